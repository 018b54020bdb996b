package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.Programs;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The steps around ours, as Jenkinsfiles use them. */
@WithJenkins
class StepsTest {

    @Test
    void shellAnswersWhatItIsAskedFor(JenkinsRule r) throws Exception {
        String log = Programs.log(r, """
                node {
                    sh 'echo plain'
                    echo "out: ${sh(script: 'echo text', returnStdout: true).trim()}"
                    echo "status: ${sh(script: 'exit 3', returnStatus: true, label: 'Ask')}"
                    echo "unix: ${isUnix()}"
                }
                """);

        assertThat(log).contains("+ echo plain", "plain", "out: text", "status: 3", "unix: true");
    }

    @Test
    void aFailingScriptFailsTheBuild(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.run(r, Result.FAILURE, "node { sh 'exit 7' }");

        r.assertLogContains("ERROR: script returned exit code 7", build);
    }

    @Test
    void filesAreWrittenReadAndFound(JenkinsRule r) throws Exception {
        String log = Programs.log(r, """
                node {
                    dir('sub') {
                        writeFile file: 'a.txt', text: 'content'
                        echo "here: ${pwd().endsWith('/sub')}"
                    }
                    echo "read: ${readFile 'sub/a.txt'}, there: ${fileExists 'sub/a.txt'}"
                    dir('sub') { deleteDir() }
                    echo "gone: ${!fileExists('sub/a.txt')}"
                }
                """);

        assertThat(log).contains("here: true", "read: content, there: true", "gone: true");
    }

    @Test
    void stashesTravelBetweenNodes(JenkinsRule r) throws Exception {
        r.createSlave("other", "other", null);

        String log = Programs.log(r, """
                node { writeFile file: 'model/m.txt', text: 'weights'; stash name: 'model', includes: 'model/**' }
                node('other') { unstash 'model'; echo "got ${readFile 'model/m.txt'}" }
                """);

        assertThat(log).contains("Running on other", "got weights");
    }

    @Test
    void artifactsAndTestResultsAreKept(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.run(r, Result.UNSTABLE, """
                node {
                    writeFile file: 'out/model.txt', text: 'x'
                    archiveArtifacts artifacts: 'out/**'
                    writeFile file: 'r.xml', text: '<testsuite name="s"><testcase classname="c" name="good"/>' +
                        '<testcase classname="c" name="bad"><failure message="no"/></testcase></testsuite>'
                    def summary = junit 'r.xml'
                    echo "${summary.failCount} of ${summary.totalCount} failed"
                }
                """);

        r.assertLogContains("1 of 2 failed", build);
        assertThat(build.getArtifactManager().root().child("out/model.txt").isFile())
                .isTrue();
    }

    @Test
    void errorsAreCaughtAndResultsMadeWorse(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.run(r, Result.UNSTABLE, """
                catchError(buildResult: 'SUCCESS', stageResult: 'FAILURE', message: 'first') { error 'one' }
                warnError('second') { error 'two' }
                unstable 'third'
                try { error 'four' } catch (e) { echo "caught: ${e.message}" }
                echo "so far ${currentBuild.currentResult}"
                """);

        assertThat(JenkinsRule.getLog(build))
                .containsSubsequence(
                        "ERROR: first",
                        "ERROR: one",
                        "ERROR: second",
                        "ERROR: two",
                        "WARNING: third",
                        "caught: four",
                        "so far UNSTABLE");
    }

    @Test
    void timeWaitsAndRepetitionsAreBounded(JenkinsRule r) throws Exception {
        String log = Programs.log(r, """
                def tries = 0
                retry(3) { if (++tries < 3) { error 'not yet' } }
                echo "after $tries tries"
                def asked = 0
                waitUntil(initialRecurrencePeriod: 10, quiet: true) { ++asked == 3 }
                echo "asked $asked times"
                sleep time: 5, unit: 'MILLISECONDS'
                timestamps { milestone 1 }
                """);

        assertThat(log).contains("after 3 tries", "asked 3 times");
    }

    @Test
    void aTimeoutAborts(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.run(r, Result.ABORTED, "timeout(time: 100, unit: 'MILLISECONDS') { sleep 3600 }");

        r.assertLogContains("Cancelling nested steps due to timeout", build);
        r.assertLogContains("Timeout has been exceeded", build);
    }

    @Test
    void environmentsNest(JenkinsRule r) throws Exception {
        String log = Programs.log(r, """
                env.OUTER = 'o'
                node {
                    withEnv(['INNER=i', 'PATH+TOOL=/opt/tool']) {
                        withEnv(['INNER=j']) { sh 'echo $OUTER$INNER $PATH' }
                        echo "back to ${env.INNER}"
                    }
                    echo "and ${env.INNER}"
                }
                """);

        assertThat(log).containsPattern("(?m)^oj /opt/tool:").contains("back to i", "and null");
    }

    @Test
    void parallelAnswersByBranch(JenkinsRule r) throws Exception {
        String log = Programs.log(r, """
                def values = parallel(a: { 1 }, b: { stage('in b') { echo 'b works' }; 2 })
                echo "a=${values.a} b=${values.b}"
                """);

        assertThat(log).contains("(Branch: a)", "(Branch: b)", "b works", "a=1 b=2");
    }

    @Test
    void failFastStopsTheOtherBranches(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.run(r, Result.FAILURE, """
                parallel failFast: true,
                    slow: { try { sleep 3600 } finally { echo 'slow was stopped' } },
                    bad: { error 'on purpose' }
                """);

        assertThat(JenkinsRule.getLog(build)).contains("Failed in branch bad", "slow was stopped", "ERROR: on purpose");
    }

    @Test
    void propertiesReplaceThoseOfTheJob(JenkinsRule r) throws Exception {
        String log = Programs.log(r, """
                properties([parameters([string(name: 'NAME', defaultValue: 'value')]), disableConcurrentBuilds()])
                echo "default: ${params.NAME}"
                """);

        assertThat(log).contains("default: value");
    }

    @Test
    void anUnknownStepIsNamed(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.run(r, Result.FAILURE, "node { def x = readJSON text: '{}' }");

        assertThat(JenkinsRule.getLog(build))
                .contains("java.lang.NoSuchMethodError: No such DSL method 'readJSON' found among steps [")
                .containsPattern(
                        "among steps \\[.*sh, .*\\] or symbols \\[.*\\] or globals \\[.*currentBuild, env, .*\\]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bat 'dir'", "bat script: 'dir', returnStdout: true", "lock('x') { echo 'never' }"})
    void whatTheLabCannotDoIsRefusedWithTheReason(String step, JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.run(r, Result.FAILURE, step);

        assertThat(JenkinsRule.getLog(build))
                .containsPattern("ERROR: (bat|lock): .*; .*")
                .doesNotContain("never", "\tat ");
    }
}
