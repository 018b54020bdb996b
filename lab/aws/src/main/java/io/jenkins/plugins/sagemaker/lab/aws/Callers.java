package io.jenkins.plugins.sagemaker.lab.aws;

import io.jenkins.plugins.sagemaker.lab.aws.Service.Protocol;
import io.jenkins.plugins.sagemaker.lab.aws.sts.IssuedCredentials;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells accounts apart and refuses who may not call: nobody without credentials, nobody with expired ones. A
 * 12-digit access key is an account; temporary credentials carry theirs; every other key belongs to the default
 * account. Signatures are not verified.
 */
final class Callers {

    /** The account of access keys that name none. */
    static final String DEFAULT_ACCOUNT = "123456789012";

    static final String DEFAULT_REGION = "us-east-1";

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final DateTimeFormatter SIGNING_TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final IssuedCredentials issued;
    private final Timeline timeline;
    private final InstantSource machine;

    Callers(IssuedCredentials issued, Timeline timeline, InstantSource machine) {
        this.issued = issued;
        this.timeline = timeline;
        this.machine = machine;
    }

    Caller of(Optional<CredentialScope> scope) {
        if (scope.isEmpty()) {
            return new Caller(DEFAULT_ACCOUNT, DEFAULT_REGION);
        }
        String key = scope.get().accessKey();
        String account = ACCOUNT.matcher(key).matches()
                ? key
                : issued.find(key).map(IssuedCredentials.Issued::account).orElse(DEFAULT_ACCOUNT);
        return new Caller(account, scope.get().region());
    }

    /** Refuses what AWS's front door refuses. */
    void check(Incoming request, Optional<CredentialScope> scope, Route route) throws AwsError {
        if (scope.isEmpty()) {
            if (route.operation().equals("AssumeRoleWithWebIdentity")) {
                return;
            }
            throw unreadable(request).orElse(CommonErrors.anonymous(route.protocol()));
        }
        Optional<IssuedCredentials.Issued> temporary = issued.find(scope.get().accessKey());
        if (temporary.isPresent()) {
            if (!temporary.get().sessionToken().equals(token(request))) {
                throw CommonErrors.invalidToken(route.protocol());
            }
            if (!timeline.now().isBefore(temporary.get().expiration())) {
                throw CommonErrors.expired(route.protocol());
            }
        }
        if (scope.get().presigned()) {
            checkPresigned(request, route.protocol());
        }
    }

    private static Optional<AwsError> unreadable(Incoming request) {
        String authorization = request.header("authorization");
        if (authorization == null) {
            return Optional.empty();
        }
        return Optional.of(
                authorization.startsWith("AWS4-")
                        ? new AwsError(
                                400,
                                "IncompleteSignature",
                                "The Authorization header has no Credential of the form"
                                        + " KEY/DATE/REGION/SERVICE/aws4_request.")
                        : new AwsError(
                                400,
                                "InvalidRequest",
                                "The authorization mechanism is not supported. Use AWS4-HMAC-SHA256."));
    }

    private static String token(Incoming request) {
        String header = request.header("x-amz-security-token");
        return header != null ? header : parameter(request, "X-Amz-Security-Token");
    }

    /** A presigned URL is dated by its maker's clock, which is this machine's, not the timeline. */
    private void checkPresigned(Incoming request, Protocol protocol) throws AwsError {
        try {
            var signed = LocalDateTime.parse(parameter(request, "X-Amz-Date"), SIGNING_TIME)
                    .toInstant(ZoneOffset.UTC);
            var valid = Duration.ofSeconds(Long.parseLong(parameter(request, "X-Amz-Expires")));
            if (valid.isNegative() || valid.compareTo(Duration.ofDays(7)) > 0) {
                throw new AwsError(
                        400,
                        "AuthorizationQueryParametersError",
                        "X-Amz-Expires must be between 0 and 604800 seconds.");
            }
            if (machine.instant().isAfter(signed.plus(valid))) {
                throw protocol == Protocol.REST_XML
                        ? new AwsError(403, "AccessDenied", "Request has expired")
                        : CommonErrors.expired(protocol);
            }
        } catch (DateTimeException | NumberFormatException e) {
            throw new AwsError(
                    400,
                    "AuthorizationQueryParametersError",
                    "A presigned URL must have X-Amz-Date (yyyyMMddTHHmmssZ) and X-Amz-Expires (seconds).");
        }
    }

    private static String parameter(Incoming request, String name) {
        List<String> values = request.query().getOrDefault(name, List.of(""));
        return values.get(0);
    }
}
