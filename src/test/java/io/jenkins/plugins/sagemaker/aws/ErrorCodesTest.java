package io.jenkins.plugins.sagemaker.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorCodesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            THROTTLED           | 400 | ThrottlingException         | Rate exceeded
            THROTTLED           | 400 | Throttling                  | Rate exceeded
            THROTTLED           | 503 | RequestLimitExceeded        | Request limit exceeded.
            THROTTLED           | 400 | TooManyRequestsException    | Too many
            THROTTLED           | 503 | SlowDown                    | Please reduce your request rate.
            THROTTLED           | 429 | ''                          | ''
            THROTTLED           | 400 | ValidationError             | Rate exceeded for operation
            TRANSIENT           | 503 | ServiceUnavailable          | try later
            TRANSIENT           | 500 | InternalFailure             | we failed
            TRANSIENT           | 400 | RequestTimeout              | socket was idle
            TRANSIENT           | 502 | ''                          | <html>Bad Gateway</html>
            TRANSIENT           | 403 | RequestTimeTooSkewed        | the difference is too large
            TRANSIENT           | 403 | SignatureDoesNotMatch       | Signature expired: 20260101T000000Z is now earlier than
            TRANSIENT           | 400 | InvalidSignatureException   | Signature not yet current: 20260101T000000Z
            EXPIRED_CREDENTIALS | 400 | ExpiredToken                | The provided token has expired.
            EXPIRED_CREDENTIALS | 403 | ExpiredTokenException       | The security token included in the request is expired
            ACCESS_DENIED       | 403 | InvalidClientTokenId        | The security token included in the request is invalid.
            ACCESS_DENIED       | 400 | UnrecognizedClientException | The security token included in the request is invalid.
            ACCESS_DENIED       | 403 | SignatureDoesNotMatch       | The request signature we calculated does not match
            ACCESS_DENIED       | 400 | InvalidSignatureException   | The request signature we calculated does not match
            ACCESS_DENIED       | 403 | AccessDenied                | User is not authorized to perform: sts:AssumeRole on resource
            ACCESS_DENIED       | 400 | AccessDeniedException       | User is not authorized to perform: sagemaker:CreateTrainingJob
            ACCESS_DENIED       | 403 | ''                          | ''
            ACCESS_DENIED       | 400 | ValidationException         | Could not assume role arn:aws:iam::1:role/x. Please ensure that
            GONE                | 400 | ResourceNotFound            | RecordNotFound
            GONE                | 400 | ResourceNotFoundException   | The specified log group does not exist.
            GONE                | 400 | ValidationException         | Requested resource not found.
            GONE                | 400 | ValidationException         | Could not find endpoint "x".
            GONE                | 400 | ValidationError             | Stack with id x does not exist
            GONE                | 404 | NoSuchBucket                | The specified bucket does not exist
            CONFLICT            | 400 | ResourceInUse               | Training job names must be unique
            CONFLICT            | 400 | AlreadyExistsException      | Stack [x] already exists
            INVALID             | 400 | ResourceLimitExceeded       | The account-level service limit 'ml.p3' is 0 Instances
            INVALID             | 400 | ValidationException         | 1 validation error detected
            INVALID             | 301 | PermanentRedirect           | The bucket must be addressed using another endpoint
            INVALID             | 400 | InvalidParameterException   | The specified nextToken is invalid.
            """)
    void anAnswerHasAKind(Kind kind, int status, String code, String message) {
        assertThat(ErrorCodes.kind(code, message, status)).isEqualTo(kind);
    }
}
