package io.jenkins.plugins.sagemaker.lab.aws.sts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.lab.aws.Clients;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.lab.aws.ManualTimeline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

class StsServiceTest {

    private static final String ROLE = "arn:aws:iam::111122223333:role/service/deployer";

    private final ManualTimeline timeline = new ManualTimeline(Instant.parse("2026-01-01T00:00:00Z"));

    @AutoClose
    private final LocalAws aws = LocalAws.builder().timeline(timeline).start();

    @AutoClose
    private final Clients clients = Clients.of(aws);

    private static Consumer<Throwable> error(String code) {
        return thrown -> assertThat(thrown)
                .isInstanceOfSatisfying(
                        AwsServiceException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }

    private Clients as(Credentials credentials) {
        return clients.as(AwsSessionCredentials.create(
                credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken()));
    }

    private Credentials assume(int seconds) {
        return clients.sts()
                .assumeRole(r -> r.roleArn(ROLE).roleSessionName("build-7").durationSeconds(seconds))
                .credentials();
    }

    @Test
    void theCallersAccountIsThatOfTheAccessKey() {
        assertThat(clients.sts().getCallerIdentity().account()).isEqualTo("123456789012");
        assertThat(clients.as("111122223333").sts().getCallerIdentity().arn())
                .isEqualTo("arn:aws:iam::111122223333:user/local");
    }

    @Test
    void anAssumedRoleActsInItsAccount() {
        var identity = as(assume(900)).sts().getCallerIdentity();

        assertThat(identity.account()).isEqualTo("111122223333");
        assertThat(identity.arn()).isEqualTo("arn:aws:sts::111122223333:assumed-role/deployer/build-7");
        assertThat(identity.userId()).matches("AROA[A-Z2-7]{16}:build-7");
    }

    @Test
    void temporaryCredentialsExpireInAwsTime() {
        var credentials = assume(900);
        assertThat(credentials.expiration()).isEqualTo(Instant.parse("2026-01-01T00:15:00Z"));

        timeline.advance(Duration.ofMinutes(15));

        assertThatThrownBy(() -> as(credentials).sts().getCallerIdentity()).satisfies(error("ExpiredToken"));
        assertThatThrownBy(() -> as(credentials).logs().describeLogGroups()).satisfies(error("ExpiredTokenException"));
        assertThatThrownBy(() -> as(credentials).s3().listBuckets()).satisfies(error("ExpiredToken"));
    }

    @Test
    void theSessionTokenMustBeTheRightOne() {
        var credentials = assume(900);

        assertThatThrownBy(() -> clients.as(credentials.accessKeyId()).sts().getCallerIdentity())
                .satisfies(error("InvalidClientTokenId"));
    }

    @Test
    void chainedSessionsLastAnHourAtMost() {
        var sts = as(assume(900)).sts();

        assertThatThrownBy(() -> sts.assumeRole(
                        r -> r.roleArn(ROLE).roleSessionName("chained").durationSeconds(7200)))
                .satisfies(error("ValidationError"));
        assertThat(sts.assumeRole(r -> r.roleArn(ROLE).roleSessionName("chained"))
                        .credentials()
                        .expiration())
                .isEqualTo(Instant.parse("2026-01-01T01:00:00Z"));
    }

    @Test
    void whatIsAskedForMustBeWellFormed() {
        var sts = clients.sts();

        assertThatThrownBy(() -> sts.assumeRole(r -> r.roleArn("deployer").roleSessionName("build")))
                .satisfies(error("ValidationError"))
                .hasMessageContaining("not of the form arn:aws:iam::ACCOUNT:role/NAME");
        assertThatThrownBy(() -> sts.assumeRole(r -> r.roleArn(ROLE).roleSessionName("a build")))
                .satisfies(error("ValidationError"));
        assertThatThrownBy(() -> sts.assumeRole(r -> r.roleArn(ROLE))).satisfies(error("ValidationError"));
        assertThatThrownBy(() -> sts.assumeRole(
                        r -> r.roleArn(ROLE).roleSessionName("build").durationSeconds(60)))
                .satisfies(error("ValidationError"))
                .hasMessageContaining("between 900 and 43200");
        assertThatThrownBy(() -> sts.assumeRole(
                        r -> r.roleArn(ROLE).roleSessionName("build").externalId("{}")))
                .satisfies(error("ValidationError"));
    }

    @Test
    void sessionTokensKeepTheUser() {
        var credentials = clients.as("111122223333").sts().getSessionToken().credentials();

        assertThat(credentials.expiration()).isEqualTo(Instant.parse("2026-01-01T12:00:00Z"));
        assertThat(as(credentials).sts().getCallerIdentity().arn()).isEqualTo("arn:aws:iam::111122223333:user/local");
    }

    @Test
    void aWebIdentityNeedsNoCredentials() {
        try (StsClient sts = clients.with(StsClient.builder())
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
            var answer = sts.assumeRoleWithWebIdentity(r -> r.roleArn(ROLE)
                    .roleSessionName("oidc")
                    .webIdentityToken(
                            token("{\"iss\":\"https://ci\",\"sub\":\"job/x\",\"aud\":[\"sts\"],\"exp\":1767225700}")));

            assertThat(answer.subjectFromWebIdentityToken()).isEqualTo("job/x");
            assertThat(answer.audience()).isEqualTo("sts");
            assertThat(as(answer.credentials()).sts().getCallerIdentity().account())
                    .isEqualTo("111122223333");
            assertThatThrownBy(() -> sts.assumeRoleWithWebIdentity(r ->
                            r.roleArn(ROLE).roleSessionName("oidc").webIdentityToken(token("{\"exp\":1767225500}"))))
                    .satisfies(error("ExpiredTokenException"));
            assertThatThrownBy(() -> sts.assumeRoleWithWebIdentity(
                            r -> r.roleArn(ROLE).roleSessionName("oidc").webIdentityToken("nonsense")))
                    .satisfies(error("InvalidIdentityToken"));
        }
    }

    private static String token(String claims) {
        return "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
    }
}
