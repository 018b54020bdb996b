package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.AbortException;
import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.SourceFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Keeps a Jenkinsfile that cleans its workspace from deleting the sources of whoever runs it on a laptop. */
final class SourceGuard {

    private SourceGuard() {}

    /** The current folder, where it may be deleted. */
    static FilePath check(StepContext context, String step) throws IOException, InterruptedException {
        FilePath here = context.get(FilePath.class);
        SourceFolder source = context.get(Run.class).getAction(SourceFolder.class);
        if (source != null) {
            Path sources = source.folder().toPath().toAbsolutePath().normalize();
            if (sources.startsWith(Path.of(here.getRemote()).toAbsolutePath().normalize())) {
                throw new AbortException(step + " would delete your sources in " + sources
                        + ", for on a laptop they are the workspace; delete a folder within it instead");
            }
        }
        return here;
    }
}
