package io.jenkins.plugins.sagemaker.lab.aws.sts;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.CredentialScope;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.Service;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import io.jenkins.plugins.sagemaker.lab.aws.XmlBody;
import io.jenkins.plugins.sagemaker.lab.aws.sts.IssuedCredentials.Issued;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The local STS. Every role can be assumed by everybody: trust policies and external ids are not looked at, only the
 * request's own form is.
 */
public final class StsService implements Service {

    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";
    private static final Pattern ROLE = Pattern.compile(
            "arn:(aws|aws-cn|aws-us-gov):iam::(?<account>\\d{12}):role/(?:[\\x21-\\x7E]+/)?(?<name>[\\w+=,.@-]{1,64})");
    private static final Pattern SESSION = Pattern.compile("[\\w+=,.@-]{2,64}");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");

    private final IssuedCredentials issued;
    private final Timeline timeline;

    public StsService(IssuedCredentials issued, Timeline timeline) {
        this.issued = issued;
        this.timeline = timeline;
    }

    @Override
    public String signingName() {
        return "sts";
    }

    @Override
    public Protocol protocol() {
        return Protocol.QUERY;
    }

    @Override
    public Reply handle(Call call) throws AwsError {
        return switch (call.operation()) {
            case "GetCallerIdentity" -> callerIdentity(call);
            case "GetSessionToken" -> sessionToken(call);
            case "AssumeRole" -> assumeRole(call);
            case "AssumeRoleWithWebIdentity" -> assumeRoleWithWebIdentity(call);
            default ->
                throw new AwsError(400, "InvalidAction", "The local STS has no action '" + call.operation() + "'.");
        };
    }

    private Reply callerIdentity(Call call) {
        Optional<Issued> temporary = temporary(call);
        String arn = temporary.map(Issued::arn).orElseGet(() -> user(call.account()));
        String userId = temporary.map(Issued::userId).orElse("AIDALOCALAWSUSER0001");
        return reply(
                call, xml -> xml.element("Arn", arn).element("UserId", userId).element("Account", call.account()));
    }

    private Reply sessionToken(Call call) throws AwsError {
        if (temporary(call).isPresent()) {
            throw new AwsError(403, "AccessDenied", "GetSessionToken cannot be called with temporary credentials.");
        }
        var credentials = issued.issue(
                call.account(), user(call.account()), "AIDALOCALAWSUSER0001", expiration(call, 43_200, 129_600));
        return reply(call, xml -> credentials(xml, credentials));
    }

    private Reply assumeRole(Call call) throws AwsError {
        var credentials = session(call, temporary(call).isPresent());
        String externalId = call.parameter("ExternalId");
        if (externalId != null && !EXTERNAL_ID.matcher(externalId).matches()) {
            throw invalid("externalId", externalId, EXTERNAL_ID);
        }
        return reply(call, xml -> {
            credentials(xml, credentials);
            assumedUser(xml, credentials);
            xml.element("SourceIdentity", call.parameter("SourceIdentity"));
        });
    }

    private Reply assumeRoleWithWebIdentity(Call call) throws AwsError {
        WebIdentity identity = WebIdentity.read(call.parameter("WebIdentityToken"), timeline.now());
        var credentials = session(call, false);
        return reply(call, xml -> {
            credentials(xml, credentials);
            assumedUser(xml, credentials);
            xml.element("SubjectFromWebIdentityToken", identity.subject())
                    .element("Audience", identity.audience())
                    .element("Provider", identity.issuer());
        });
    }

    private Issued session(Call call, boolean chained) throws AwsError {
        String role = required(call, "RoleArn");
        var matcher = ROLE.matcher(role);
        if (!matcher.matches()) {
            throw AwsError.validation("RoleArn '" + role + "' is not of the form arn:aws:iam::ACCOUNT:role/NAME.");
        }
        String session = required(call, "RoleSessionName");
        if (!SESSION.matcher(session).matches()) {
            throw invalid("roleSessionName", session, SESSION);
        }
        // A role's own MaxSessionDuration is an hour unless somebody raised it; chained sessions never last longer.
        Instant expiration = expiration(call, 3600, chained ? 3600 : 43_200);
        String account = matcher.group("account");
        String arn = "arn:" + matcher.group(1) + ":sts::" + account + ":assumed-role/" + matcher.group("name") + "/"
                + session;
        return issued.issue(account, arn, issued.id("AROA") + ":" + session, expiration);
    }

    private Instant expiration(Call call, int usual, int longest) throws AwsError {
        String requested = call.parameter("DurationSeconds");
        int seconds = usual;
        if (requested != null) {
            try {
                seconds = Integer.parseInt(requested);
            } catch (NumberFormatException e) {
                throw new AwsError(400, "MalformedInput", "DurationSeconds '" + requested + "' is not a whole number.");
            }
        }
        if (seconds < 900 || seconds > longest) {
            throw AwsError.validation(
                    "1 validation error detected: Value '" + seconds + "' at 'durationSeconds' failed to"
                            + " satisfy constraint: Member must have value between 900 and " + longest);
        }
        return timeline.now().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
    }

    private Optional<Issued> temporary(Call call) {
        return CredentialScope.of(call).flatMap(scope -> issued.find(scope.accessKey()));
    }

    private static String user(String account) {
        return "arn:aws:iam::" + account + ":user/local";
    }

    private static String required(Call call, String name) throws AwsError {
        String value = call.parameter(name);
        if (value == null || value.isEmpty()) {
            String member = Character.toLowerCase(name.charAt(0)) + name.substring(1);
            throw AwsError.validation("1 validation error detected: Value null at '" + member
                    + "' failed to satisfy constraint: Member must not be null");
        }
        return value;
    }

    private static AwsError invalid(String member, String value, Pattern pattern) {
        return AwsError.validation("1 validation error detected: Value '" + value + "' at '" + member
                + "' failed to satisfy constraint: Member must satisfy regular expression pattern: " + pattern);
    }

    private static void credentials(XmlBody xml, Issued credentials) {
        xml.nested(
                "Credentials",
                inner -> inner.element("AccessKeyId", credentials.accessKey())
                        .element("SecretAccessKey", credentials.secretKey())
                        .element("SessionToken", credentials.sessionToken())
                        .element("Expiration", credentials.expiration()));
    }

    private static void assumedUser(XmlBody xml, Issued credentials) {
        xml.nested(
                "AssumedRoleUser",
                inner -> inner.element("AssumedRoleId", credentials.userId()).element("Arn", credentials.arn()));
        xml.element("PackedPolicySize", 6);
    }

    private static Reply reply(Call call, Consumer<XmlBody> result) {
        String body = XmlBody.document(
                call.operation() + "Response",
                NAMESPACE,
                root -> root.nested(call.operation() + "Result", result)
                        .nested("ResponseMetadata", xml -> xml.element("RequestId", call.requestId())));
        return Reply.of(200, "text/xml", body);
    }
}
