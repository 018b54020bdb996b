package io.jenkins.plugins.sagemaker.nag.rules;

import java.util.List;

/** A file of own rules has mistakes. The message has a line for each, with file and line number. */
public final class OwnRuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OwnRuleException(List<String> mistakes) {
        super(String.join("\n", mistakes));
    }
}
