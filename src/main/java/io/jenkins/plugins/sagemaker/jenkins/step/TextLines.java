package io.jenkins.plugins.sagemaker.jenkins.step;

import java.util.List;

/** What descriptors have whose forms show a list of texts as a text of several lines. */
public interface TextLines {

    /** For a form: one text in each line. */
    default String lines(List<String> texts) {
        return texts == null ? "" : String.join("\n", texts);
    }
}
