package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

/** A template or its parameters are not as CloudFormation wants them; the message is the one that AWS gives. */
public final class TemplateException extends Exception {

    private static final long serialVersionUID = 1L;

    public TemplateException(String message) {
        super(message);
    }
}
