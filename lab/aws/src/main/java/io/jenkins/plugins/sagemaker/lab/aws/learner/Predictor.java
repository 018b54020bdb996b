package io.jenkins.plugins.sagemaker.lab.aws.learner;

/** A model that has been loaded and answers requests: the serving container's {@code /invocations}. */
@FunctionalInterface
public interface Predictor {

    /**
     * Answers one request.
     *
     * @param body the request's body
     * @param contentType its content type; null if the client sent none
     * @param accept the content type that the client wants; null if it does not say
     * @throws InvocationFailure if the container answers with an HTTP status other than 200
     */
    Answer answer(byte[] body, String contentType, String accept) throws InvocationFailure;

    /**
     * @param body what the container answers
     * @param contentType its content type
     */
    record Answer(String body, String contentType) {}
}
