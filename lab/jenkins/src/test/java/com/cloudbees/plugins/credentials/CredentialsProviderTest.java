package com.cloudbees.plugins.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl;
import com.cloudbees.jenkins.plugins.awscredentials.AmazonWebServicesCredentials;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.domains.Domain;
import hudson.model.Run;
import hudson.model.StringParameterValue;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.Secret;
import java.nio.file.Files;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockFolder;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class CredentialsProviderTest {

    @RegisterExtension
    final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private static void add(JenkinsRule r, Credentials c) throws Exception {
        CredentialsProvider.lookupStores(r.jenkins).iterator().next().addCredentials(Domain.global(), c);
    }

    private static AWSCredentialsImpl key(CredentialsScope scope, String id) {
        return new AWSCredentialsImpl(scope, id, "AKIAEXAMPLE", "very-secret", "for " + id);
    }

    @Test
    void credentialsAreKeptEncrypted() throws Throwable {
        sessions.then(r -> {
            add(r, key(CredentialsScope.GLOBAL, "prod"));
            assertThat(Files.readString(
                            SystemCredentialsProvider.getConfigFile().getFile().toPath()))
                    .contains("AKIAEXAMPLE")
                    .doesNotContain("very-secret");
        });
        sessions.then(r -> {
            AmazonWebServicesCredentials c = CredentialsMatchers.firstOrNull(
                    CredentialsProvider.lookupCredentialsInItemGroup(
                            AmazonWebServicesCredentials.class, null, ACL.SYSTEM2),
                    CredentialsMatchers.withId("prod"));
            assertThat(c.resolveCredentials().secretAccessKey()).isEqualTo("very-secret");
            assertThat(CredentialsNameProvider.name(c)).isEqualTo("AKIAEXAMPLE (for prod)");
        });
    }

    @Test
    void aBuildFindsWhatItsJobMaySee() throws Throwable {
        sessions.then(r -> {
            add(r, key(CredentialsScope.GLOBAL, "global"));
            add(r, key(CredentialsScope.SYSTEM, "system"));
            add(r, new StringCredentialsImpl(CredentialsScope.GLOBAL, "text", null, Secret.fromString("s")));
            Run<?, ?> run = RunInFolder.make(r);
            run.addAction(new hudson.model.ParametersAction(new StringParameterValue("WHICH", "global")));

            assertThat(find("global", run)).isNotNull();
            assertThat(find("${WHICH}", run)).isNotNull();
            assertThat(find("system", run)).isNull();
            assertThat(find("text", run)).isNull();
            assertThat(find("none", run)).isNull();
            assertThat(CredentialsProvider.findCredentialById("text", StringCredentials.class, run)
                            .getSecret()
                            .getPlainText())
                    .isEqualTo("s");
        });
    }

    private static AmazonWebServicesCredentials find(String id, Run<?, ?> run) {
        return CredentialsProvider.findCredentialById(id, AmazonWebServicesCredentials.class, run);
    }

    @Test
    void aUserDoesNotSeeTheSystemsCredentials() throws Throwable {
        sessions.then(r -> {
            add(r, key(CredentialsScope.GLOBAL, "global"));
            assertThat(new StandardListBoxModel().includeEmptyValue().include(r.jenkins, StandardCredentials.class))
                    .extracting(o -> o.value)
                    .containsExactly("", "global");
            try (ACLContext as = ACL.as(User.getById("ann", true))) {
                assertThat(new StandardListBoxModel().include(r.jenkins, StandardCredentials.class))
                        .isEmpty();
                assertThat(User.current().getId()).isEqualTo("ann");
            }
            assertThat(User.current()).isNull();
        });
    }

    /** Makes a build of a job in a folder. */
    private static final class RunInFolder {
        static Run<?, ?> make(JenkinsRule r) throws Exception {
            MockFolder folder = r.createFolder("f");
            return io.jenkins.plugins.sagemaker.lab.jenkins.core.ProbeJobs.newRun(folder);
        }
    }
}
