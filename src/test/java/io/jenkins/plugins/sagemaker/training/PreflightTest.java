package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.aws.LocalConnection;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudformation.model.Capability;

/** What a job would fail for later is seen before. */
class PreflightTest {

    private static final String ACCOUNT = "123456789012";

    @TempDir
    private Path folder;

    private LocalAws local;
    private LocalConnection connection;

    @BeforeEach
    void start() throws Exception {
        local = LocalAws.builder().speed(1000).start();
        local.objects().createBucket(ACCOUNT, LocalConnection.REGION, "digits");
        local.objects().createBucket(ACCOUNT, "us-east-1", "far-away");
        connection = new LocalConnection(local, 1000, folder);
        put("train/1.csv", "1,2");
        put("empty/", "");
        role("trainer", "sagemaker.amazonaws.com");
    }

    @AfterEach
    void stop() {
        connection.close();
        local.close();
    }

    private void put(String key, String content) throws Exception {
        connection
                .connect()
                .s3()
                .putObject(r -> r.bucket("digits").key(key), RequestBody.fromString(content, StandardCharsets.UTF_8));
    }

    private void role(String name, String service) throws Exception {
        var cloudFormation = connection.connect().cloudFormation();
        cloudFormation.createStack(r -> r.stackName(name)
                .capabilities(Capability.CAPABILITY_NAMED_IAM)
                .templateBody("""
                {"Resources": {"Role": {"Type": "AWS::IAM::Role", "Properties": {"RoleName": "%s", "AssumeRolePolicyDocument": {
                  "Version": "2012-10-17",
                  "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": ["%s"]}}}}}}}
                """.formatted(name, service)));
        try (var waiter = cloudFormation.waiter()) {
            waiter.waitUntilStackCreateComplete(
                    r -> r.stackName(name),
                    c -> c.backoffStrategyV2(BackoffStrategy.fixedDelay(Duration.ofMillis(20))));
        }
    }

    private static RequestDocument document(String input) {
        return RequestDocument.of(Definitions.document())
                .put(
                        "InputDataConfig",
                        List.of(Map.of(
                                "ChannelName", "train", "DataSource", Map.of("S3DataSource", Map.of("S3Uri", input)))));
    }

    private List<String> check(RequestDocument document, Checks checks) throws Exception {
        var definition = TrainingDefinition.of(Map.of()).checking(checks);
        return new Preflight(connection.connect(), document, definition).check();
    }

    @Test
    void whatIsAllRightSaysNothing() throws Exception {
        assertThat(check(document("s3://digits/train/"), Checks.ALL)).isEmpty();
        assertThat(check(document("s3://digits/train/1"), Checks.ALL)).isEmpty();
    }

    @Test
    void dataThatIsNotThereIsTold() {
        for (String nothing : List.of("s3://digits/trian", "s3://digits/empty")) {
            assertThatThrownBy(() -> check(document(nothing), Checks.ALL))
                    .isInstanceOfSatisfying(
                            RemoteException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID))
                    .hasMessage("There is no data for the channel train at " + nothing
                            + ": nothing begins with that, or only empty folders do.");
        }
    }

    @Test
    void aBucketInAnotherRegionIsTold() {
        assertThatThrownBy(() -> check(document("s3://far-away/train"), Checks.ALL))
                .hasMessage("The bucket far-away of the channel train is in us-east-1, but the job would run in"
                        + " eu-central-1: SageMaker wants both in one region.");
    }

    @Test
    void aRoleThatSageMakerMayNotAssumeIsTold() throws Exception {
        role("builder", "codebuild.amazonaws.com");
        String role = "arn:aws:iam::" + ACCOUNT + ":role/teams/builder";

        assertThatThrownBy(() -> check(document("s3://digits/train/").put("RoleArn", role), Checks.ALL))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID))
                .hasMessage("SageMaker may not assume the role " + role
                        + ": its trust policy must allow sts:AssumeRole to the service sagemaker.amazonaws.com.");
    }

    @Test
    void aRoleThatIsNotThereYetIsOnlyDoubted() throws Exception {
        String role = "arn:aws:iam::" + ACCOUNT + ":role/trianer";

        assertThat(check(document("s3://digits/train/").put("RoleArn", role), Checks.ALL))
                .containsExactly(
                        "IAM shows no role trianer in this account: unless it was made just now, its name is wrong.");
    }

    @Test
    void thatIamCannotBeAskedStopsNothing() throws Exception {
        local.faults(Faults.on("iam", "GetRole").always().accessDenied());
        assertThat(check(document("s3://digits/train/"), Checks.ALL))
                .singleElement()
                .asString()
                .startsWith("Not checked beforehand whether SageMaker may assume the role trainer: Could not read the"
                        + " role trainer: ");

        local.faults(Faults.on("iam", "GetRole").always().error500());
        assertThat(check(document("s3://digits/train/"), Checks.ALL)).hasSize(1);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        var document = document("s3://digits/trian")
                .put("RoleArn", "arn:aws:iam::999999999999:role/trainer")
                .put("CheckpointConfig.S3Uri", "s3://nobodys-bucket/checkpoints");

        assertThatThrownBy(() -> check(document, Checks.ALL))
                .hasMessageStartingWith("3 things must be changed")
                .hasMessageContaining("is one of the account 999999999999, but the job would run in " + ACCOUNT)
                .hasMessageContaining("There is no bucket nobodys-bucket in S3, which CheckpointConfig.S3Uri names.")
                .hasMessageContaining("There is no data for the channel train");
    }

    @Test
    void eachCheckCanBeSwitchedOff() throws Exception {
        var document = document("s3://digits/trian").put("RoleArn", "arn:aws:iam::999999999999:role/trainer");

        assertThat(check(document, Checks.NONE)).isEmpty();
        assertThat(check(document, new Checks(false, true, false))).isEmpty();
        assertThat(local.requests())
                .noneMatch(r ->
                        r.operation().equals("ListObjectsV2") || r.operation().equals("GetCallerIdentity"));
    }

    @Test
    void whatMayNotBeLookedAtIsPassedOver() throws Exception {
        local.faults(Faults.on("s3", "HeadBucket")
                .always()
                .accessDenied()
                .and(Faults.on("s3", "ListObjectsV2").always().accessDenied()));

        assertThat(check(document("s3://digits/trian"), new Checks(true, true, false)))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("Not checked beforehand, since AWS does not let"));
    }

    /** S3 answers a HEAD request without words: a refusal for old credentials must not pass for one for good. */
    @Test
    void expiredCredentialsAreTriedAgainWithNewOnes() {
        local.faults(Faults.on("s3", "HeadBucket").always().expired());

        assertThatThrownBy(() -> check(document("s3://digits/train/"), Checks.ALL))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.kind()).isEqualTo(Kind.EXPIRED_CREDENTIALS));
    }

    @Test
    void channelsOfTheWorkspaceAreNotLookedAt() throws Exception {
        var definition = Definitions.withData().checking(Checks.ALL);
        var document = RequestDocument.of(definition
                .resolved(Prepared.NOTHING, LocalConnection.REGION, null)
                .document());

        assertThat(new Preflight(connection.connect(), document, definition).check())
                .isEmpty();
    }
}
