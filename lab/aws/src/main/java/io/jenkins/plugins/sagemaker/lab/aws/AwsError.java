package io.jenkins.plugins.sagemaker.lab.aws;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error as a client of AWS sees it: HTTP status, code and message. The server writes it in the service's protocol.
 */
public final class AwsError extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final LinkedHashMap<String, Object> details;

    public AwsError(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    /**
     * @param details further members of a JSON error body, such as {@code OriginalStatusCode} of a {@code ModelError}
     */
    public AwsError(int status, String code, String message, Map<String, Object> details) {
        super(message);
        this.status = status;
        this.code = code;
        this.details = new LinkedHashMap<>(details);
    }

    /** {@code ValidationException} of the JSON services, {@code ValidationError} of the query services. */
    public static AwsError validation(String message) {
        return new AwsError(400, "ValidationException", message);
    }

    /** {@code UnknownOperationException}: the service, or the local version of it, has no such operation. */
    public static AwsError unknownOperation(String service, String operation) {
        return new AwsError(
                400,
                "UnknownOperationException",
                "The local AWS's service '" + service + "' has no operation '" + operation + "'.");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> details() {
        return Collections.unmodifiableMap(details);
    }
}
