package io.jenkins.plugins.sagemaker.nag.template;

/**
 * A value has a shape that cannot be understood where it stands, such as a text where a list of policies belongs.
 * cfn_nag crashes there and loses the whole run; here only the resource that holds the value is answered for.
 */
public final class MalformedValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedValueException(String message) {
        super(message, null, false, false);
    }
}
