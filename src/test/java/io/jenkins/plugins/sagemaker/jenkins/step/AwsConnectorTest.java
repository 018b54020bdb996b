package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.EnvVars;
import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.QueueUrl;
import io.jenkins.plugins.sagemaker.jenkins.config.SageMakerConfiguration;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.lab.aws.RecordedRequest;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The local AWS takes an access key of twelve digits for that account, so the account tells whose credentials were used. */
@WithJenkins
class AwsConnectorTest {

    private static final String OF_STEP = "111111111111";
    private static final String OF_BUILD = "222222222222";
    private static final String OF_CONFIGURATION = "333333333333";
    private static final String OF_CONTROLLER = "444444444444";

    private final LocalAws aws = LocalAws.builder().start();
    private final EnvVars env = new EnvVars();
    private WorkflowRun run;
    private SageMakerConfiguration config;

    @BeforeEach
    void configure(JenkinsRule r) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class, "job");
        job.setDefinition(new CpsFlowDefinition("", true));
        run = r.buildAndAssertSuccess(job);
        store(CredentialsScope.GLOBAL, "step", OF_STEP);
        store(CredentialsScope.GLOBAL, "configuration", OF_CONFIGURATION);
        config = SageMakerConfiguration.get();
        config.setEndpointUrl(aws.endpoint().toString());
        config.setRegion("eu-north-1");
        config.setCredentialsId("configuration");
        System.setProperty("aws.accessKeyId", OF_CONTROLLER);
        System.setProperty("aws.secretAccessKey", "secret");
    }

    @AfterEach
    void stopAws() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
        aws.close();
    }

    private static void store(CredentialsScope scope, String id, String account) {
        store(scope, id, account, "secret");
    }

    private static void store(CredentialsScope scope, String id, String accessKey, String secretKey) {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new AWSCredentialsImpl(scope, id, accessKey, secretKey, ""));
    }

    private static AwsSettings settings(String region, String credentialsId) {
        return new AwsSettings(region, credentialsId, null, null, null, null);
    }

    private Aws connect(AwsSettings settings) throws Exception {
        return AwsConnector.get().connect(settings, run, env, NoWorkspace.INSTANCE);
    }

    private static String account(Aws connected) {
        return connected.sts().getCallerIdentity().account();
    }

    private void buildHasCredentials() {
        env.put("AWS_ACCESS_KEY_ID", OF_BUILD);
        env.put("AWS_SECRET_ACCESS_KEY", "secret");
    }

    @Test
    void theRegionIsThatOfTheStepThenOfTheBuildThenOfTheConfiguration() throws Exception {
        assertThat(connect(settings(null, null)).region()).isEqualTo("eu-north-1");
        env.put("AWS_DEFAULT_REGION", "eu-west-2");
        assertThat(connect(settings(null, null)).region()).isEqualTo("eu-west-2");
        env.put("AWS_REGION", "eu-west-1");
        assertThat(connect(settings(" ", null)).region()).isEqualTo("eu-west-1");
        assertThat(connect(settings("us-east-2", null)).region()).isEqualTo("us-east-2");
    }

    @Test
    void aRegionThatNobodyNamesIsAnError() {
        config.setRegion(null);

        assertThatThrownBy(() -> connect(settings(null, null)))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID))
                .hasMessageStartingWith("No AWS region is known: give the step a region");
    }

    @Test
    void theCredentialsAreThoseOfTheStepThenOfTheBuildThenOfTheConfiguration() throws Exception {
        config.setControllerIdentityAllowed(true);

        assertThat(account(connect(settings(null, null)))).isEqualTo(OF_CONFIGURATION);
        buildHasCredentials();
        assertThat(account(connect(settings(null, null)))).isEqualTo(OF_BUILD);
        assertThat(account(connect(settings(null, "step")))).isEqualTo(OF_STEP);
    }

    @Test
    void halfAKeyOfTheBuildIsNone() throws Exception {
        env.put("AWS_ACCESS_KEY_ID", OF_BUILD);

        assertThat(account(connect(settings(null, null)))).isEqualTo(OF_CONFIGURATION);
    }

    @Test
    void temporaryCredentialsOfTheBuildNeedTheirToken() throws Exception {
        buildHasCredentials();
        var temporary = connect(settings(null, null)).sts().getSessionToken().credentials();
        env.put("AWS_ACCESS_KEY_ID", temporary.accessKeyId());
        env.put("AWS_SECRET_ACCESS_KEY", temporary.secretAccessKey());
        env.put("AWS_SESSION_TOKEN", temporary.sessionToken());

        assertThat(account(connect(settings(null, null)))).isEqualTo(OF_BUILD);
    }

    @Test
    void theIdentityOfTheControllerIsForAdministratorsToAllow() throws Exception {
        config.setCredentialsId(null);

        assertThatThrownBy(() -> connect(settings(null, null)))
                .hasMessageStartingWith("No AWS credentials are known: give the step a credentialsId");

        config.setControllerIdentityAllowed(true);
        assertThat(account(connect(settings(null, null)))).isEqualTo(OF_CONTROLLER);
    }

    @Test
    void anUnknownIdAndJenkinsOwnCredentialsAreNoneThatABuildMayUse() {
        store(CredentialsScope.SYSTEM, "own", OF_CONTROLLER);

        for (String id : new String[] {"none", "own"}) {
            assertThatThrownBy(() -> connect(settings(null, id)))
                    .isInstanceOfSatisfying(
                            RemoteException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID))
                    .hasMessage("There are no AWS credentials with the id " + id + " that this build may use.");
        }
    }

    @Test
    void credentialsWithNeitherKeyNorRoleAreNamed() {
        store(CredentialsScope.GLOBAL, "empty", "", "");
        store(CredentialsScope.GLOBAL, "half", "", "secret");

        assertThatThrownBy(() -> connect(settings(null, "empty")))
                .isInstanceOf(RemoteException.class)
                .hasMessage("The AWS credentials empty are empty: they have neither a key nor a role.");
        assertThatThrownBy(() -> connect(settings(null, "half")))
                .isInstanceOf(RemoteException.class)
                .hasMessageStartingWith("The AWS credentials half cannot be used: ");
    }

    @Test
    void aRoleIsAssumedInTheNameOfTheBuild() throws Exception {
        var connected = connect(
                new AwsSettings(null, "step", "arn:aws:iam::555555555555:role/deploy", "partner-7", null, null));

        assertThat(connected.sts().getCallerIdentity().arn())
                .isEqualTo("arn:aws:sts::555555555555:assumed-role/deploy/jenkins-job-1");
    }

    @Test
    void theExternalIdReachesAws() {
        var settings = new AwsSettings(null, "step", "arn:aws:iam::555555555555:role/deploy", "!", "session", null);

        assertThatThrownBy(() -> connect(settings))
                .isInstanceOf(RemoteException.class)
                .hasMessageStartingWith("Could not assume the role arn:aws:iam::555555555555:role/deploy: ")
                .hasMessageContaining("externalId");
    }

    @Test
    void anEndpointThatIsNoUrlIsNamed() {
        assertThatThrownBy(() -> connect(new AwsSettings(null, "step", null, null, null, "127.0.0.1:4566")))
                .hasMessage("The endpointUrl is not a URL: 127.0.0.1:4566");
        assertThatThrownBy(() -> connect(new AwsSettings(null, "step", null, null, null, "localhost")))
                .hasMessageEndingWith("http://127.0.0.1:4566, not: localhost");
    }

    @Test
    void aDeletedBuildHasOnlyWhatTheAdministratorHasSet() throws Exception {
        run = null;

        assertThat(account(connect(settings(null, null)))).isEqualTo(OF_CONFIGURATION);
        assertThatThrownBy(() -> connect(settings(null, "step")))
                .hasMessageStartingWith("The build has been deleted, and with it the right to use the AWS credentials");
    }

    /** Whose account a queue is read in: the local AWS has none of that name in any. */
    private String readerOf(String credentialsId, String role, String externalId) {
        var url = QueueUrl.parse("https://sqs.eu-north-1.amazonaws.com/123456789012/changes")
                .orElseThrow();
        var feed = new StateChangeFeed(url, "eu-north-1", credentialsId, role, externalId);
        aws.forgetRequests();
        assertThatThrownBy(() -> feed.read(news -> {})).isInstanceOf(RemoteException.class);
        return aws.requests().stream()
                .filter(request -> request.operation().equals("ReceiveMessage")
                        && request.region().equals("eu-north-1"))
                .map(RecordedRequest::account)
                .findFirst()
                .orElse("nobody");
    }

    @Test
    void aQueueIsReadWithItsOwnCredentialsElseTheDefaultOnesElseTheControllersIdentity() {
        store(CredentialsScope.SYSTEM, "queue", "666666666666");

        assertThat(readerOf("queue", null, null)).isEqualTo("666666666666");
        assertThat(readerOf(null, null, null)).isEqualTo(OF_CONFIGURATION);
        config.setCredentialsId(null);
        assertThat(readerOf(null, null, null))
                .as("no build acts with it, so it needs no permission for builds")
                .isEqualTo(OF_CONTROLLER);
        assertThat(readerOf("unknown", null, null)).isEqualTo("nobody");
    }

    @Test
    void aQueueIsReadByTheRoleThatIsSetForIt() {
        assertThat(readerOf("step", "arn:aws:iam::555555555555:role/reader", "partner-7"))
                .isEqualTo("555555555555");
        assertThat(readerOf("step", "arn:aws:iam::555555555555:role/reader", "!"))
                .as("the external id reaches AWS")
                .isEqualTo("nobody");
    }
}
