package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.util.Set;

/** The one place where an error code of AWS gets its meaning. The codes are those of the services' API references. */
final class ErrorCodes {

    private static final Set<String> THROTTLED = Set.of(
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "RequestThrottled",
            "RequestThrottledException",
            "TooManyRequests",
            "TooManyRequestsException",
            "EC2ThrottledException",
            "ProvisionedThroughputExceededException",
            "RequestLimitExceeded",
            "BandwidthLimitExceeded",
            "SlowDown",
            "PriorRequestNotComplete",
            "TransactionInProgressException");
    private static final Set<String> EXPIRED =
            Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired", "CredentialsNotFound");
    private static final Set<String> DENIED = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "UnauthorizedOperation",
            "UnauthorizedException",
            "NotAuthorized",
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "InvalidAccessKeyId",
            "MissingAuthenticationToken",
            "MissingAuthenticationTokenException",
            "OptInRequired");
    private static final Set<String> GONE = Set.of(
            "ResourceNotFound",
            "ResourceNotFoundException",
            "NoSuchBucket",
            "NoSuchKey",
            "NotFound",
            "ChangeSetNotFound",
            "ChangeSetNotFoundException",
            "StackNotFoundException");
    private static final Set<String> CONFLICT = Set.of(
            "ResourceInUse",
            "ConflictException",
            "AlreadyExistsException",
            "InvalidChangeSetStatus",
            "OperationInProgressException",
            "TokenAlreadyExistsException",
            "OperationIdAlreadyExistsException");
    private static final Set<String> TRANSIENT = Set.of(
            "InternalError",
            "InternalFailure",
            "InternalServerError",
            "InternalServerException",
            "ServiceUnavailable",
            "ServiceUnavailableException",
            "RequestTimeout",
            "RequestTimeoutException",
            "InternalDependencyException",
            "ModelNotReadyException",
            "IDPCommunicationError");

    private ErrorCodes() {}

    /**
     * What kind of trouble an answer is.
     *
     * @param code empty if the answer has none
     * @param message the service's own words
     * @param status of HTTP
     */
    static Kind kind(String code, String message, int status) {
        if (THROTTLED.contains(code) || status == 429 || message.startsWith("Rate exceeded")) {
            return Kind.THROTTLED;
        }
        if (EXPIRED.contains(code)) {
            return Kind.EXPIRED_CREDENTIALS;
        }
        if (CONFLICT.contains(code)) {
            return Kind.CONFLICT;
        }
        if (GONE.contains(code) || status == 404 || saysGone(code, message)) {
            return Kind.GONE;
        }
        // The SDK learns the difference of the clocks from the first such answer.
        if (TRANSIENT.contains(code) || status >= 500 || saysClockSkew(code, message)) {
            return Kind.TRANSIENT;
        }
        if (DENIED.contains(code) || status == 401 || status == 403 || saysDenied(code, message)) {
            return Kind.ACCESS_DENIED;
        }
        return Kind.INVALID;
    }

    /** SageMaker and CloudFormation say by a validation error that something does not exist; only the message tells. */
    private static boolean saysGone(String code, String message) {
        return isValidation(code)
                && (message.startsWith("Requested resource not found")
                        || message.startsWith("Could not find ")
                        || message.matches("(?s)(Stack|ChangeSet).*does not exist.*"));
    }

    /** A role that has just been made cannot be assumed by a service until IAM has told it everywhere. */
    private static boolean saysDenied(String code, String message) {
        return isValidation(code) && message.startsWith("Could not assume role");
    }

    static boolean saysClockSkew(String code, String message) {
        return code.equals("RequestTimeTooSkewed")
                || code.equals("RequestExpired")
                || message.contains("Signature expired")
                || message.contains("Signature not yet current");
    }

    private static boolean isValidation(String code) {
        return code.equals("ValidationException") || code.equals("ValidationError");
    }
}
