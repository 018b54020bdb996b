package io.jenkins.plugins.sagemaker.endpointtest;

/** What came of one invocation. */
sealed interface Answer {

    int LONGEST_QUOTE = 200;

    /** How long it took, from call to answer, in microseconds. */
    long micros();

    /**
     * The container has answered.
     *
     * @param status HTTP status of the container: 2xx, or what it refused the request with
     * @param variant the production variant that answered
     * @param trouble for a refusal, where its log is; else empty
     */
    record Given(int status, String body, String variant, long micros, String trouble) implements Answer {

        boolean good() {
            return status >= 200 && status < 300;
        }

        /** For messages. */
        String quote() {
            String text = body.strip().replaceAll("\\s+", " ");
            return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
        }

        /** For messages about a refusal. */
        String refusal() {
            return "the model answered with status " + status + ": " + quote() + trouble;
        }
    }

    /** The service had no answer, but may have one later. */
    record None(String reason, long micros) implements Answer {}
}
