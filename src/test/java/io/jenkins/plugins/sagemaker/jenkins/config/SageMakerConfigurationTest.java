package io.jenkins.plugins.sagemaker.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.Item;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class SageMakerConfigurationTest {

    private static final String QUEUE = "https://sqs.eu-central-1.amazonaws.com/123456789012/changes-";

    @RegisterExtension
    final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void whatIsSetComesBackFromTheFormAndAfterARestart() throws Throwable {
        sessions.then(r -> {
            addCredentials();
            var config = SageMakerConfiguration.get();
            config.setRegion(" eu-central-1 ");
            config.setCredentialsId("aws");
            config.setEndpointUrl("http://127.0.0.1:4566");
            config.setControllerIdentityAllowed(true);
            config.setStateChangeQueues(List.of(
                    queue(" " + QUEUE + "a ", "aws", " arn:aws:iam::123456789012:role/jenkins ", " partner-7 "),
                    queue(QUEUE + "b", null, "", null)));

            r.configRoundtrip();

            assertAllIsSet();
        });
        sessions.then(r -> assertAllIsSet());
    }

    private static void assertAllIsSet() {
        var config = SageMakerConfiguration.get();
        assertThat(config.getRegion()).isEqualTo("eu-central-1");
        assertThat(config.getCredentialsId()).isEqualTo("aws");
        assertThat(config.getEndpointUrl()).isEqualTo("http://127.0.0.1:4566");
        assertThat(config.isControllerIdentityAllowed()).isTrue();
        assertThat(config.getStateChangeQueues())
                .extracting(
                        StateChangeQueue::getUrl,
                        StateChangeQueue::getCredentialsId,
                        StateChangeQueue::getAssumeRoleArn,
                        StateChangeQueue::getExternalId)
                .containsExactly(
                        tuple(QUEUE + "a", "aws", "arn:aws:iam::123456789012:role/jenkins", "partner-7"),
                        tuple(QUEUE + "b", null, null, null));
    }

    private static StateChangeQueue queue(String url, String credentialsId, String role, String externalId) {
        var queue = new StateChangeQueue(url);
        queue.setCredentialsId(credentialsId);
        queue.setAssumeRoleArn(role);
        queue.setExternalId(externalId);
        return queue;
    }

    @Test
    void theLastQueueCanBeRemoved() throws Throwable {
        sessions.then(r -> {
            SageMakerConfiguration.get().setStateChangeQueues(List.of(queue(QUEUE + "a", null, null, null)));
            SageMakerConfiguration.get().setStateChangeQueues(null);

            r.configRoundtrip();

            assertThat(SageMakerConfiguration.get().getStateChangeQueues()).isEmpty();
        });
    }

    @Test
    void aQueueIsJudgedByItsShapeAndMustHaveARegion() throws Throwable {
        sessions.then(r -> {
            var descriptor = r.jenkins.getDescriptorByType(StateChangeQueue.DescriptorImpl.class);
            String local = "http://127.0.0.1:4566/123456789012/changes";

            assertThat(descriptor.doCheckUrl(QUEUE).kind).isEqualTo(FormValidation.Kind.OK);
            for (String bad : List.of("", " ", "changes", "arn:aws:sqs:eu-central-1:123456789012:changes")) {
                assertThat(descriptor.doCheckUrl(bad)).as(bad).hasMessageStartingWith("This is not the URL");
            }
            assertThat(descriptor.doCheckUrl(local)).hasMessageStartingWith("This URL does not show the region");
            SageMakerConfiguration.get().setRegion("eu-central-1");
            assertThat(descriptor.doCheckUrl(local).kind).isEqualTo(FormValidation.Kind.OK);
            for (String good : List.of("", "arn:aws-cn:iam::123456789012:role/path/jenkins")) {
                assertThat(descriptor.doCheckAssumeRoleArn(good).kind).as(good).isEqualTo(FormValidation.Kind.OK);
            }
            assertThat(descriptor.doCheckAssumeRoleArn("arn:aws:iam::1:user/jenkins").kind)
                    .isEqualTo(FormValidation.Kind.ERROR);
        });
    }

    /** As Configuration as Code makes it from YAML. */
    @Test
    void aQueueIsMadeFromItsProperties() throws Throwable {
        sessions.then(r -> {
            var queue = DescribableModel.of(StateChangeQueue.class)
                    .instantiate(Map.of("url", QUEUE + "a", "credentialsId", "aws"), null);

            r.assertEqualDataBoundBeans(queue(QUEUE + "a", "aws", null, null), queue);
        });
    }

    @Test
    void aRegionAndAUrlAreJudgedByTheirShape() throws Throwable {
        sessions.then(r -> {
            var config = SageMakerConfiguration.get();

            for (String good : List.of("", " ", "eu-central-1", "us-gov-west-1", "us-isob-east-1", "ap-southeast-12")) {
                assertThat(config.doCheckRegion(good).kind).as(good).isEqualTo(FormValidation.Kind.OK);
            }
            for (String bad : List.of("mars", "eu-central", "EU-CENTRAL-1", "eu central 1")) {
                assertThat(config.doCheckRegion(bad).kind).as(bad).isEqualTo(FormValidation.Kind.ERROR);
            }
            for (String good : List.of("", "http://127.0.0.1:4566", "https://vpce-1.example.com/path")) {
                assertThat(config.doCheckEndpointUrl(good).kind).as(good).isEqualTo(FormValidation.Kind.OK);
            }
            for (String bad : List.of("ftp:/x", "127.0.0.1:4566", "http://", "http://a b")) {
                assertThat(config.doCheckEndpointUrl(bad).kind).as(bad).isEqualTo(FormValidation.Kind.ERROR);
            }
        });
    }

    @Test
    void nothingIsSetByItself() throws Throwable {
        sessions.then(r -> {
            r.configRoundtrip();

            var config = SageMakerConfiguration.get();
            assertThat(config.getRegion()).isNull();
            assertThat(config.getCredentialsId()).isNull();
            assertThat(config.getEndpointUrl()).isNull();
            assertThat(config.isControllerIdentityAllowed()).isFalse();
            assertThat(config.getStateChangeQueues()).isEmpty();
        });
    }

    @Test
    void configurationAsCodeCallsItSageMaker() {
        assertThat(SageMakerConfiguration.class.getAnnotation(Symbol.class).value())
                .containsExactly("sageMaker");
    }

    @Test
    void onlyAnAdministratorSeesWhichCredentialsThereAre() throws Throwable {
        sessions.then(r -> {
            addCredentials();
            secure(r);
            var config = SageMakerConfiguration.get();

            assertThat(as("admin", () -> config.doFillCredentialsIdItems("old")))
                    .containsExactlyInAnyOrder("", "aws", "old");
            assertThat(as("dev", () -> config.doFillCredentialsIdItems("old"))).containsExactly("old");
            var queue = r.jenkins.getDescriptorByType(StateChangeQueue.DescriptorImpl.class);
            assertThat(as("admin", () -> queue.doFillCredentialsIdItems("old")))
                    .as("nobody but Jenkins reads a queue")
                    .containsExactlyInAnyOrder("", "aws", "own", "old");
            assertThat(as("dev", () -> queue.doFillCredentialsIdItems("old"))).containsExactly("old");
        });
    }

    /** Jenkins' own credentials are no offer: a build would not find them. */
    private static void addCredentials() {
        List.of(
                        new AWSCredentialsImpl(CredentialsScope.GLOBAL, "aws", "AKIA1", "secret", ""),
                        new AWSCredentialsImpl(CredentialsScope.SYSTEM, "own", "AKIA2", "secret", ""))
                .forEach(SystemCredentialsProvider.getInstance().getCredentials()::add);
    }

    private static void secure(JenkinsRule r) {
        r.jenkins.setSecurityRealm(r.createDummySecurityRealm());
        r.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ, Item.READ, Item.CONFIGURE)
                .everywhere()
                .to("dev"));
    }

    private interface Filling {
        ListBoxModel fill();
    }

    private static List<String> as(String user, Filling filling) {
        try (ACLContext as = ACL.as(User.getById(user, true))) {
            return filling.fill().stream().map(option -> option.value).toList();
        }
    }
}
