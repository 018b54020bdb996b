package io.jenkins.plugins.sagemaker.nag;

import io.jenkins.plugins.sagemaker.nag.template.TemplateSource;
import java.nio.file.Path;

/**
 * A file to check, not yet read.
 *
 * @param name the path as reports show it: the input path as given, with what lies below it
 */
public record TemplateFile(String name, Path path) {

    /** Reads it now. What cannot be read becomes a source with a problem, and so a FATAL of that file. */
    public TemplateSource read() {
        return TemplateSource.read(name, path);
    }
}
