package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class AbortTest {

    @BeforeEach
    void forget() {
        WatchedStep.EVENTS.clear();
    }

    @Test
    void abortingStopsTheInnermostStepsOnly(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.job(r, """
                        stage('s') {
                            parallel a: { timeout(1) { watched 'a' } }, b: { withEnv(['X=y']) { watched 'b' } }
                        }
                        """).scheduleBuild2(0).waitForStart();
        r.waitForMessage("a waits", build);
        r.waitForMessage("b waits", build);

        build.doStop();

        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build));
        assertThat(WatchedStep.EVENTS).containsExactlyInAnyOrder("start a", "start b", "stop a", "stop b");
    }

    @Test
    void postBlocksRunAfterAnAbort(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.job(r, """
                        pipeline {
                            agent any
                            stages {
                                stage('Long') { steps { watched 'w' }; post { aborted { echo 'stage aborted' } } }
                                stage('Later') { steps { echo 'never' } }
                            }
                            post { aborted { echo 'build aborted' }; failure { echo 'never' } }
                        }
                        """).scheduleBuild2(0).waitForStart();
        r.waitForMessage("w waits", build);

        build.doStop();

        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build));
        assertThat(JenkinsRule.getLog(build))
                .containsSubsequence(
                        "stage aborted", "Stage \"Later\" skipped due to earlier failure(s)", "build aborted")
                .doesNotContain("never");
    }

    @Test
    void aStoppedShellEnds(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.job(r, "node { sh 'echo begun; sleep 3600' }")
                .scheduleBuild2(0)
                .waitForStart();
        r.waitForMessage("\nbegun", build);

        build.doStop();

        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build));
    }
}
