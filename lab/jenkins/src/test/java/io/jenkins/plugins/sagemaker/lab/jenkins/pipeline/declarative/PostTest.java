package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.Programs;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class PostTest {

    @Test
    void stagesAreSkippedAfterAnUnstableOneWhereAsked(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.run(r, Result.UNSTABLE, """
                pipeline {
                    agent none
                    options { skipStagesAfterUnstable() }
                    stages {
                        stage('Shaky') { steps { unstable 'not good' }; post { unstable { echo 'stage is shaky' } } }
                        stage('Later') { steps { echo 'never' } }
                    }
                    post { unsuccessful { echo 'all is shaky' }; unstable { echo 'unstable' } }
                }
                """);

        assertThat(JenkinsRule.getLog(build))
                .containsSubsequence(
                        "stage is shaky",
                        "Stage \"Later\" skipped due to earlier stage(s) marking the build as unstable",
                        "all is shaky",
                        "unstable")
                .doesNotContain("never");
    }

    @Test
    void postComparesWithTheBuildBefore(JenkinsRule r) throws Exception {
        WorkflowJob job = Programs.job(r, """
                pipeline {
                    agent none
                    stages { stage('One') { steps { script { if (currentBuild.number == 2) { error 'second' } } } } }
                    post {
                        changed { echo 'CHANGED' }
                        fixed { echo 'FIXED' }
                        regression { echo 'REGRESSION' }
                    }
                }
                """);

        WorkflowRun first = r.buildAndAssertSuccess(job);
        WorkflowRun second = r.buildAndAssertStatus(Result.FAILURE, job);
        WorkflowRun third = r.buildAndAssertSuccess(job);
        WorkflowRun fourth = r.buildAndAssertSuccess(job);

        assertThat(JenkinsRule.getLog(first)).contains("CHANGED").doesNotContain("FIXED", "REGRESSION");
        assertThat(JenkinsRule.getLog(second))
                .containsSubsequence("CHANGED", "REGRESSION")
                .doesNotContain("FIXED");
        assertThat(JenkinsRule.getLog(third))
                .containsSubsequence("CHANGED", "FIXED")
                .doesNotContain("REGRESSION");
        assertThat(JenkinsRule.getLog(fourth)).doesNotContain("CHANGED", "FIXED", "REGRESSION");
    }

    @Test
    void aFailureInPostFailsTheBuildAndTheOthersStillRun(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.run(r, Result.FAILURE, """
                pipeline {
                    agent none
                    stages { stage('One') { steps { echo 'fine' } } }
                    post {
                        always { error 'post is broken' }
                        cleanup { echo 'cleaned up' }
                    }
                }
                """);

        assertThat(JenkinsRule.getLog(build))
                .containsSubsequence("Error when executing always post condition:", "post is broken", "cleaned up");
    }
}
