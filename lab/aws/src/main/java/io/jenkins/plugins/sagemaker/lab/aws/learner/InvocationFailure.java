package io.jenkins.plugins.sagemaker.lab.aws.learner;

/** The serving container's answer to a request that it cannot serve. */
public final class InvocationFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * @param status the container's HTTP status
     * @param message the container's answer
     */
    public InvocationFailure(int status, String message) {
        super(message);
        this.status = status;
    }

    static InvocationFailure badRequest(String message) {
        return new InvocationFailure(400, message);
    }

    static InvocationFailure unsupported(String contentType, String supported) {
        return new InvocationFailure(
                415, "Content type " + contentType + " is not supported; this container takes " + supported + ".");
    }

    public int status() {
        return status;
    }
}
