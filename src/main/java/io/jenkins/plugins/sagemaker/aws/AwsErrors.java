package io.jenkins.plugins.sagemaker.aws;

import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.io.IOException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** From the SDK's exceptions to {@link RemoteException}, whose message is a sentence for the user. */
final class AwsErrors {

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
        } catch (IllegalStateException | RejectedExecutionException e) {
            throw ofClosed(what, e);
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("unexpected " + e.getClass().getName() + " while trying to " + what, e);
        }
    }

    private static RemoteException of(String what, AwsServiceException e) {
        var details = e.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "" : details.errorCode();
        // The SDK makes up words of its own for an answer without any, such as one of a proxy or of a HEAD request.
        String said = details == null || details.errorMessage() == null ? "" : details.errorMessage();
        String request = e.requestId() == null ? "" : ", request id " + e.requestId();
        String message = "Could not " + what + ": " + (said.isBlank() ? "the answer gives no reason" : said) + " ("
                + (code.isEmpty() ? "" : code + ", ") + "HTTP " + e.statusCode() + request + ")" + advice(e, code);
        return new RemoteException(ErrorCodes.kind(code, said, e.statusCode()), code, message, e);
    }

    /** What to do, where AWS's own words leave that open. */
    private static String advice(AwsServiceException e, String code) {
        if (e.statusCode() == 301 || code.equals("AuthorizationHeaderMalformed")) {
            String region = e.awsErrorDetails() == null || e.awsErrorDetails().sdkHttpResponse() == null
                    ? "another region"
                    : e.awsErrorDetails()
                            .sdkHttpResponse()
                            .firstMatchingHeader("x-amz-bucket-region")
                            .map(r -> "the region " + r)
                            .orElse("another region");
            return ". The bucket lies in " + region
                    + ", not in the one that the step works in: give the step that region, or a bucket"
                    + " of its own.";
        }
        if (ErrorCodes.saysClockSkew(code, e.getMessage() == null ? "" : e.getMessage())) {
            return ". The controller's clock may be wrong.";
        }
        return "";
    }

    private static RemoteException of(String what, SdkClientException e) {
        String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        var usedUp = cause(e, BudgetInterceptor.BudgetUsedUp.class);
        if (usedUp != null) {
            return new RemoteException(Kind.THROTTLED, "", "Could not " + what + ": " + usedUp.getMessage(), e);
        }
        UnknownHostException host = cause(e, UnknownHostException.class);
        if (host != null) {
            String message = "Could not " + what + ": there is no host "
                    + host.getMessage().replaceFirst(":.*", "")
                    + ". Is the name of the region right, and can the controller resolve names?";
            return new RemoteException(Kind.TRANSIENT, "", message, e);
        }
        SSLHandshakeException handshake = cause(e, SSLHandshakeException.class);
        if (handshake != null && cause(handshake, GeneralSecurityException.class) != null) {
            String message = "Could not " + what + ": the certificate of the other side is not trusted ("
                    + handshake.getMessage()
                    + "). Where a proxy opens the connection, its certificate authority must be in the controller's trust store.";
            return new RemoteException(Kind.INVALID, "", message, e);
        }
        if (said.startsWith("Unable to unmarshall response") || said.startsWith("Could not parse XML response")) {
            String message =
                    "Could not " + what + ": the answer cannot be read, so it may not be from AWS but from a proxy on"
                            + " the way, or it was cut short (" + said + ")";
            return new RemoteException(Kind.TRANSIENT, "", message, e);
        }
        boolean noCredentials = said.startsWith("Unable to load credentials");
        boolean passing = e instanceof ApiCallTimeoutException
                || e instanceof ApiCallAttemptTimeoutException
                || e instanceof RetryableException
                || e.retryable()
                || cause(e, IOException.class) != null;
        Kind kind = !noCredentials && passing ? Kind.TRANSIENT : Kind.INVALID;
        return new RemoteException(kind, "", "Could not " + what + ": " + said, e);
    }

    /** The clients are closed when an administrator changes the proxy; the next round gets new ones. */
    private static RemoteException ofClosed(String what, RuntimeException e) {
        if (e instanceof RejectedExecutionException || "Connection pool shut down".equals(e.getMessage())) {
            return new RemoteException(
                    Kind.TRANSIENT, "", "Could not " + what + ": the connections to AWS are being made anew.", e);
        }
        throw e;
    }

    private static <T extends Throwable> T cause(Throwable e, Class<T> type) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
