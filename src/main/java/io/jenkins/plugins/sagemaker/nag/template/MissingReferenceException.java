package io.jenkins.plugins.sagemaker.nag.template;

/** Where a reference to a resource is followed there is nothing. It ends the file, as in cfn_nag, unless the mode is strict. */
public final class MissingReferenceException extends UnreadableTemplateException {
    private static final long serialVersionUID = 1L;

    MissingReferenceException(String message) {
        super(message);
    }
}
