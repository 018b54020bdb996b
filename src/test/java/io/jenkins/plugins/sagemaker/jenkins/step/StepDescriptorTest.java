package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class StepDescriptorTest {

    private static final Map<String, Object> ARGUMENTS = Map.of(
            "credentialsId",
            "prod-account",
            "externalId",
            "hush",
            "inputPath",
            "templates",
            "stackName",
            "qa",
            "endpointName",
            "digits",
            "baseJobName",
            "base");

    private JenkinsRule r;
    private WorkflowJob job;

    @BeforeEach
    void secure(JenkinsRule rule) throws Exception {
        r = rule;
        job = r.createProject(WorkflowJob.class, "job");
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new AWSCredentialsImpl(CredentialsScope.GLOBAL, "aws", "AKIA1", "secret", ""));
        r.jenkins.setSecurityRealm(r.createDummySecurityRealm());
        r.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Item.READ, Item.CONFIGURE)
                .everywhere()
                .to("dev")
                .grant(Jenkins.READ, Item.READ, CredentialsProvider.USE_ITEM)
                .everywhere()
                .to("robot")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("guest"));
    }

    @ParameterizedTest
    @CsvSource({"sagemakerTrain, base", "cfnNag, templates", "deploySageMakerEndpoint, qa", "invokeEndpointTest, digits"
    })
    void aStepIsKnownByItsNameAndByWhatItWorksOn(String function, String shown) {
        StepDescriptor step = StepDescriptor.byFunctionName(function);

        assertThat(step).isNotNull();
        assertThat(step.getDisplayName()).isNotBlank().isNotEqualTo(function);
        assertThat(step.argumentsToString(ARGUMENTS)).isEqualTo(shown);
        assertThat(step.argumentsToString(Map.of("credentialsId", "prod-account")))
                .isNull();
        assertThat(step.takesImplicitBlockArgument()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"admin, true", "dev, true", "robot, true", "guest, false"})
    void whoMayConfigureAJobOrUseItsCredentialsSeesThem(String user, boolean sees) {
        var step = r.jenkins.getDescriptorByType(SageMakerTrainStep.DescriptorImpl.class);

        try (ACLContext as = ACL.as(User.getById(user, true))) {
            List<String> offered = step.doFillCredentialsIdItems(job, "old").stream()
                    .map(option -> option.value)
                    .toList();
            assertThat(offered).contains("old");
            assertThat(offered.contains("aws")).isEqualTo(sees);
        }
    }

    @ParameterizedTest
    @CsvSource({"admin, true", "dev, false", "guest, false"})
    void outsideOfAJobOnlyAnAdministratorSeesCredentials(String user, boolean sees) {
        var step = r.jenkins.getDescriptorByType(InvokeEndpointTestStep.DescriptorImpl.class);

        try (ACLContext as = ACL.as(User.getById(user, true))) {
            assertThat(step.doFillCredentialsIdItems(null, "").stream().anyMatch(option -> option.value.equals("aws")))
                    .isEqualTo(sees);
        }
    }

    @Test
    void whatToDoOnAbortIsChosenFromTwo() {
        var step = r.jenkins.getDescriptorByType(DeploySageMakerEndpointStep.DescriptorImpl.class);

        try (ACLContext as = ACL.as(User.getById("dev", true))) {
            assertThat(step.doFillOnAbortItems(job))
                    .extracting(option -> option.value)
                    .containsExactly("STOP", "LEAVE");
        }
        try (ACLContext as = ACL.as(User.getById("guest", true))) {
            assertThat(step.doFillOnAbortItems(job)).isEmpty();
        }
    }

    @Test
    void aValueThatIsNotInAListIsOfferedToo() {
        var channel = r.jenkins.getDescriptorByType(Channel.DescriptorImpl.class);

        try (ACLContext as = ACL.as(User.getById("dev", true))) {
            assertThat(channel.doFillInputModeItems(job, ""))
                    .extracting(option -> option.name)
                    .containsExactly("(default)", "File", "Pipe", "FastFile");
            assertThat(channel.doFillInputModeItems(job, "Pipe"))
                    .extracting(option -> option.value)
                    .containsExactly("", "File", "Pipe", "FastFile");
            assertThat(channel.doFillInputModeItems(job, " FasterFile "))
                    .extracting(option -> option.value)
                    .containsExactly("", "File", "Pipe", "FastFile", "FasterFile");
        }
        try (ACLContext as = ACL.as(User.getById("guest", true))) {
            assertThat(channel.doFillInputModeItems(job, "FasterFile")).isEmpty();
        }
    }
}
