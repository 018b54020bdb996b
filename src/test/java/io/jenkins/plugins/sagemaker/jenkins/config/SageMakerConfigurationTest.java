package io.jenkins.plugins.sagemaker.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;

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
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class SageMakerConfigurationTest {

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
