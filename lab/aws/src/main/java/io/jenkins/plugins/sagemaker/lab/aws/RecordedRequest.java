package io.jenkins.plugins.sagemaker.lab.aws;

import java.time.Instant;

/**
 * One request as it came over HTTP, for assertions about what a client did and how often.
 *
 * @param time AWS's time
 * @param service signing name; {@code sagemaker} for its Runtime too
 * @param operation as in {@link Service#operationOf}
 * @param account account of the caller
 * @param region region of the caller
 * @param status HTTP status sent; 0 if the connection was closed without an answer
 * @param error AWS's error code, or empty
 * @param fault the name of the injected fault, or empty
 */
public record RecordedRequest(
        Instant time,
        String service,
        String operation,
        String account,
        String region,
        int status,
        String error,
        String fault) {

    /** Whether the client got no answer. */
    public boolean dropped() {
        return status == 0;
    }
}
