package io.jenkins.plugins.sagemaker.aws;

import static io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;

import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.util.Set;
import java.util.concurrent.Callable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The one place where an error of AWS gets its meaning. The codes are those of the services' API references. */
final class AwsErrors {

    private static final Set<String> THROTTLED = Set.of(
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "RequestThrottled",
            "RequestThrottledException",
            "TooManyRequestsException",
            "RequestLimitExceeded",
            "BandwidthLimitExceeded",
            "SlowDown",
            "PriorRequestNotComplete",
            "TransactionInProgressException");
    private static final Set<String> EXPIRED =
            Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired");
    private static final Set<String> DENIED = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "UnauthorizedOperation",
            "UnauthorizedException",
            "NotAuthorized",
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "SignatureDoesNotMatch",
            "InvalidAccessKeyId",
            "MissingAuthenticationToken",
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
            "ModelNotReadyException");

    private AwsErrors() {}

    /** {@link Aws#call}. */
    static <T> T call(String what, Callable<T> call) throws RemoteException, InterruptedException {
        try {
            return call.call();
        } catch (RemoteException e) {
            throw e;
        } catch (AwsServiceException e) {
            throw of(what, e);
        } catch (AbortedException e) {
            throw (InterruptedException) new InterruptedException("interrupted while trying to " + what).initCause(e);
        } catch (SdkClientException e) {
            throw of(what, e);
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("unexpected " + e.getClass().getName() + " while trying to " + what, e);
        }
    }

    private static RemoteException of(String what, AwsServiceException e) {
        var details = e.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "" : details.errorCode();
        String said = details == null || details.errorMessage() == null ? e.getMessage() : details.errorMessage();
        String request = e.requestId() == null ? "" : ", request id " + e.requestId();
        String message = "Could not " + what + ": " + said + " (" + (code.isEmpty() ? "" : code + ", ") + "HTTP "
                + e.statusCode() + request + ")";
        return new RemoteException(kind(code, said == null ? "" : said, e.statusCode()), code, message, e);
    }

    private static RemoteException of(String what, SdkClientException e) {
        String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (e instanceof BudgetInterceptor.BudgetUsedUp) {
            return new RemoteException(Kind.THROTTLED, "", "Could not " + what + ": " + said, e);
        }
        boolean noCredentials = said.startsWith("Unable to load credentials");
        boolean passing = e instanceof ApiCallTimeoutException
                || e instanceof ApiCallAttemptTimeoutException
                || e instanceof RetryableException
                || e.retryable()
                || hasIoCause(e);
        Kind kind = !noCredentials && passing ? Kind.TRANSIENT : Kind.INVALID;
        return new RemoteException(kind, "", "Could not " + what + ": " + said, e);
    }

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
        if (DENIED.contains(code) || status == 401 || status == 403) {
            return Kind.ACCESS_DENIED;
        }
        if (TRANSIENT.contains(code) || status >= 500) {
            return Kind.TRANSIENT;
        }
        return Kind.INVALID;
    }

    /** SageMaker and CloudFormation say by a validation error that something does not exist; only the message tells. */
    private static boolean saysGone(String code, String message) {
        return (code.equals("ValidationException") || code.equals("ValidationError"))
                && (message.startsWith("Requested resource not found")
                        || message.startsWith("Could not find ")
                        || message.matches("(?s)(Stack|ChangeSet).*does not exist.*"));
    }

    private static boolean hasIoCause(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof java.io.IOException) {
                return true;
            }
        }
        return false;
    }
}
