package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.test.steps.SemaphoreStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class SecretsTest {

    private static final String SECRET = "s3cr3t-value";

    @RegisterExtension
    final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private static WorkflowJob job(JenkinsRule r, String body) throws Exception {
        SystemCredentialsProvider provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "login", null, "anna", SECRET));
        provider.save();
        WorkflowJob job = r.createProject(WorkflowJob.class, "p");
        job.setDefinition(new CpsFlowDefinition(
                "node { withCredentials([usernamePassword(credentialsId: 'login', usernameVariable: 'U', passwordVariable: 'P')]) { "
                        + body + " } }",
                true));
        return job;
    }

    @Test
    void secretsAreMaskedInTheLog() throws Throwable {
        sessions.then(r -> {
            WorkflowRun build = r.buildAndAssertSuccess(job(r, "sh 'echo $U has $P'; echo \"again ${env.P}\""));

            assertThat(JenkinsRule.getLog(build))
                    .contains("Masking supported pattern matches of $P", "anna has ****", "again ****")
                    .doesNotContain(SECRET);
        });
    }

    @Test
    void secretsAreMaskedAfterARestartAndNeverWrittenInPlain() throws Throwable {
        sessions.then(r -> {
            WorkflowRun build = job(r, "semaphore 'wait'; sh 'echo has $P'")
                    .scheduleBuild2(0)
                    .waitForStart();
            SemaphoreStep.waitForStart("wait/1", build);
        });
        try (var files = Files.walk(sessions.getHome().toPath())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(SECRET);
            }
        }

        sessions.then(r -> {
            SemaphoreStep.success("wait/1", null);
            WorkflowRun build =
                    r.jenkins.getItemByFullName("p", WorkflowJob.class).getLastBuild();
            r.assertBuildStatusSuccess(r.waitForCompletion(build));
            assertThat(JenkinsRule.getLog(build)).contains("has ****").doesNotContain(SECRET);
        });
    }

    @Test
    void aCredentialOfAnotherKindIsRefused() throws Throwable {
        sessions.then(r -> {
            job(r, "echo 'x'");
            WorkflowRun build = Programs.run(
                    r,
                    Result.FAILURE,
                    "withCredentials([string(credentialsId: 'login', variable: 'X')]) { echo 'never' }");
            r.assertLogContains("where 'StringCredentials' was expected", build);
        });
    }
}
