package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.util.UUID;

/** A resource could not be created, changed or deleted. The message is what the stack's event gives as the reason. */
public final class HandlerFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private HandlerFailure(String message) {
        super(message);
    }

    /** A reason that CloudFormation itself gives. */
    public static HandlerFailure plain(String message) {
        return new HandlerFailure(message);
    }

    /**
     * A reason that a resource handler gives.
     *
     * @param code CloudFormation's HandlerErrorCode, such as {@code NotStabilized} or {@code AlreadyExists}
     */
    public static HandlerFailure of(String code, String message) {
        return new HandlerFailure("Resource handler returned message: \"" + message + "\" (RequestToken: "
                + UUID.randomUUID() + ", HandlerErrorCode: " + code + ")");
    }

    /** The refusal of a service, told as CloudFormation tells it. */
    public static HandlerFailure of(String service, AwsError error) {
        return of(
                code(error),
                error.getMessage() + " (Service: " + service + ", Status Code: " + error.status() + ", Request ID: "
                        + UUID.randomUUID() + ")");
    }

    private static String code(AwsError error) {
        String code = error.code();
        if (code.contains("AlreadyExists")
                || code.contains("AlreadyOwned")
                || error.getMessage().contains("already exist")) {
            return "AlreadyExists";
        }
        if (code.contains("AccessDenied")) {
            return "AccessDenied";
        }
        if (code.contains("LimitExceeded")) {
            return "ServiceLimitExceeded";
        }
        if (error.status() == 404 || code.contains("NotFound") || code.contains("NoSuch")) {
            return "NotFound";
        }
        return error.status() >= 500 ? "ServiceInternalError" : "InvalidRequest";
    }
}
