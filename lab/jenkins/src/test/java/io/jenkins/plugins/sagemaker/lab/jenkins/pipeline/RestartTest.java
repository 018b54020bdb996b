package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.jenkinsci.plugins.workflow.test.steps.SemaphoreStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Builds go on after a restart, from what was written to disk and from nothing else. */
class RestartTest {

    @RegisterExtension
    final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private static WorkflowRun start(JenkinsRule r, String jenkinsfile) throws Exception {
        WorkflowJob job = r.createProject(WorkflowJob.class, "p");
        job.setDefinition(new CpsFlowDefinition(jenkinsfile, true));
        return job.scheduleBuild2(0).waitForStart();
    }

    private static WorkflowRun resumed(JenkinsRule r) {
        return r.jenkins.getItemByFullName("p", WorkflowJob.class).getLastBuild();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BODY",
                "node { BODY }",
                "stage('s') { BODY }",
                "withEnv(['VALUE=kept']) { BODY; echo \"${env.VALUE}\" }",
                "timeout(time: 1, unit: 'HOURS') { BODY }",
                "retry(3) { BODY }",
                "catchError { BODY }",
                "parallel a: { BODY }, b: { echo 'beside' }",
                "for (y in ['a', 'b']) { if (y == 'a') { BODY } }",
                "for (e in [a: 1].entrySet()) { BODY; echo e.key }",
                "[a: 1].each { k, v -> BODY }",
                "[1].each { BODY }",
                "try { BODY } finally { echo 'finally' }"
            })
    void aScriptedProgramGoesOnWithinAnyBlock(String around) throws Throwable {
        String body = "semaphore 'wait'; echo \"after, x is ${x.list[1]}\"";
        sessions.then(r -> {
            WorkflowRun build = start(r, "def x = [list: [1, 2, 3]]\n" + around.replace("BODY", body));
            SemaphoreStep.waitForStart("wait/1", build);
        });

        sessions.then(r -> {
            SemaphoreStep.success("wait/1", null);
            WorkflowRun build = r.assertBuildStatusSuccess(r.waitForCompletion(resumed(r)));
            assertThat(JenkinsRule.getLog(build))
                    .contains("Resuming build", "after, x is 2")
                    .containsOnlyOnce("[Pipeline] semaphore");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stage('s') { steps { BODY } }",
                "stage('s') { options { timeout(time: 1, unit: 'HOURS'); retry(2) }; steps { BODY } }",
                "stage('s') { when { expression { semaphore 'wait'; return true } }; steps { echo 'then' } }",
                "stage('s') { stages { stage('t') { environment { X = 'y' }; steps { BODY } } } }",
                "stage('s') { parallel { stage('t') { steps { BODY } }; stage('u') { steps { echo 'beside' } } } }",
                "stage('s') { matrix { axes { axis { name 'A'; values '1' } }; stages { stage('t') { steps { BODY } } } } }",
                "stage('s') { steps { echo 'first' }; post { always { BODY } } }",
                "stage('s') { steps { script { BODY } } }"
            })
    void aDeclarativeProgramGoesOnWithinAnySection(String stage) throws Throwable {
        String jenkinsfile = """
                def before = 'kept'
                pipeline {
                    agent any
                    environment { NAME = 'value' }
                    stages {
                        %s
                        stage('Next') { steps { echo "next: ${before} ${NAME}"; sh 'echo shell has $NAME' } }
                    }
                    post { always { echo 'post of all' } }
                }
                """.formatted(stage.replace("BODY", "semaphore 'wait'"));
        sessions.then(r -> SemaphoreStep.waitForStart("wait/1", start(r, jenkinsfile)));

        sessions.then(r -> {
            SemaphoreStep.success("wait/1", null);
            WorkflowRun build = r.assertBuildStatusSuccess(r.waitForCompletion(resumed(r)));
            assertThat(JenkinsRule.getLog(build))
                    .containsSubsequence("Resuming build", "next: kept value", "shell has value", "post of all");
        });
    }

    @Test
    void aFailureAfterTheRestartIsRetriedOnlyAsOftenAsIsLeft() throws Throwable {
        sessions.then(
                r -> SemaphoreStep.waitForStart("wait/1", start(r, "retry(2) { semaphore 'wait'; error 'not yet' }")));

        sessions.then(r -> {
            SemaphoreStep.success("wait/1", null);
            SemaphoreStep.success("wait/2", null);
            WorkflowRun build = r.assertBuildStatus(Result.FAILURE, r.waitForCompletion(resumed(r)));
            assertThat(JenkinsRule.getLog(build).split("Retrying")).hasSize(2);
        });
    }

    @Test
    void aQuestionStillWaitsForItsAnswer() throws Throwable {
        sessions.then(r -> r.waitForMessage("Proceed or Abort", start(r, "input 'Go on?'; echo 'went on'")));

        sessions.then(r -> {
            WorkflowRun build = resumed(r);
            InputAction question = build.getAction(InputAction.class);
            await().until(() -> question.isWaitingForInput());
            question.getExecutions().get(0).doProceedEmpty();
            r.assertBuildStatusSuccess(r.waitForCompletion(build));
            r.assertLogContains("went on", build);
        });
    }

    @Test
    void aTimeoutThatRanOutMeanwhileStopsItsBlock() throws Throwable {
        sessions.then(
                r -> r.waitForMessage("slow waits", start(r, "timeout(time: 1, unit: 'SECONDS') { watched 'slow' }")));

        sessions.then(r -> {
            WorkflowRun build = r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(resumed(r)));
            r.assertLogContains("Cancelling nested steps due to timeout", build);
        });
    }

    @Test
    void bothBranchesOfParallelGoOn() throws Throwable {
        sessions.then(r -> {
            WorkflowRun build =
                    start(r, "parallel a: { semaphore 'a'; echo 'A done' }, b: { semaphore 'b'; echo 'B done' }");
            SemaphoreStep.waitForStart("a/1", build);
            SemaphoreStep.waitForStart("b/1", build);
        });

        sessions.then(r -> {
            SemaphoreStep.success("b/1", null);
            WorkflowRun build = resumed(r);
            r.waitForMessage("B done", build);
            SemaphoreStep.success("a/1", null);
            r.assertBuildStatusSuccess(r.waitForCompletion(build));
            r.assertLogContains("A done", build);
        });
    }

    @Test
    void severalRestartsAreAsGoodAsOne() throws Throwable {
        String jenkinsfile = "def sum = 0\nfor (int i = 0; i < 3; i++) { semaphore 'w'; sum += i }\necho \"sum $sum\"";
        sessions.then(r -> SemaphoreStep.waitForStart("w/1", start(r, jenkinsfile)));
        for (int i = 1; i < 3; i++) {
            int call = i;
            sessions.then(r -> {
                SemaphoreStep.success("w/" + call, null);
                SemaphoreStep.waitForStart("w/" + (call + 1), resumed(r));
            });
        }

        sessions.then(r -> {
            SemaphoreStep.success("w/3", null);
            r.assertLogContains("sum 3", r.assertBuildStatusSuccess(r.waitForCompletion(resumed(r))));
        });
    }

    @Test
    void whatCannotBeWrittenFailsTheBuild() throws Throwable {
        sessions.then(r -> {
            WorkflowJob job = r.createProject(WorkflowJob.class, "p");
            job.setDefinition(new CpsFlowDefinition("def t = new Thread(); semaphore 'w'", false));
            WorkflowRun build = r.buildAndAssertStatus(Result.FAILURE, job);
            r.assertLogContains("NotSerializableException: java.lang.Thread", build);
        });
    }
}
