package io.jenkins.plugins.sagemaker.nag.template;

/**
 * The template as a whole cannot be checked: bad syntax, no resources, a dangling reference, a bomb. The linter answers
 * such a file with exactly one {@code FATAL} violation, whose message is this exception's.
 */
public class UnreadableTemplateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableTemplateException(String message) {
        super(message);
    }

    public UnreadableTemplateException(String message, Throwable cause) {
        super(message, cause);
    }
}
