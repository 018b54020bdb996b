package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.Programs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class WhenTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "branch 'ma*'",
                "branch pattern: 'm.in', comparator: 'REGEXP'",
                "environment name: 'MODE', value: 'full'",
                "environment name: 'MODE', value: 'FULL', ignoreCase: true",
                "expression { return env.MODE == 'full' }",
                "equals expected: 1, actual: currentBuild.number",
                "not { branch 'other' }",
                "allOf { branch 'main'; environment name: 'MODE', value: 'full' }",
                "anyOf { branch 'other'; branch 'main' }",
                "buildingTag(); branch 'main'; tag 'v*'",
                "changeRequest target: 'main'",
                "beforeAgent true; beforeInput true; branch 'main'"
            })
    void theStageRunsWhereTheConditionHolds(String condition, JenkinsRule r) throws Exception {
        assertThat(run(r, condition)).contains("it runs").doesNotContain("skipped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "branch 'other'",
                "environment name: 'MODE', value: 'FULL'",
                "expression { 'false' }",
                "expression { null }",
                "equals expected: 2, actual: currentBuild.number",
                "not { branch 'main' }",
                "allOf { branch 'main'; branch 'other' }",
                "anyOf { branch 'a'; branch 'b' }",
                "tag 'w*'",
                "changeRequest branch: 'x'",
                "changelog '.*'",
                "isRestartedRun()",
                "triggeredBy 'TimerTriggerCause'"
            })
    void theStageIsSkippedWhereItDoesNot(String condition, JenkinsRule r) throws Exception {
        assertThat(run(r, condition))
                .contains("Stage \"Conditional\" skipped due to when conditional")
                .doesNotContain("it runs");
    }

    private static String run(JenkinsRule r, String condition) throws Exception {
        return Programs.log(r, """
                pipeline {
                    agent any
                    environment { MODE = 'full'; BRANCH_NAME = 'main'; TAG_NAME = 'v1'; CHANGE_ID = '7'; CHANGE_TARGET = 'main' }
                    stages { stage('Conditional') { when { %s }; steps { echo 'it runs' } } }
                }
                """.formatted(condition));
    }

    @Test
    void beforeAgentAsksBeforeANodeIsTaken(JenkinsRule r) throws Exception {
        String log = Programs.log(r, """
                pipeline {
                    agent none
                    stages {
                        stage('Early') { agent any; when { beforeAgent true; expression { false } }; steps { echo 'never' } }
                    }
                }
                """);

        assertThat(log).contains("skipped due to when conditional").doesNotContain("Running on", "never");
    }

    @Test
    void theStagesWithinASkippedOneAreSkippedToo(JenkinsRule r) throws Exception {
        String log = Programs.log(r, """
                pipeline {
                    agent none
                    stages {
                        stage('Outer') {
                            when { expression { false } }
                            parallel {
                                stage('Left') { steps { echo 'never' } }
                                stage('Right') { stages { stage('Deep') { steps { echo 'never' } } } }
                            }
                            post { always { echo 'never' } }
                        }
                        stage('Next') { steps { echo 'goes on' } }
                    }
                }
                """);

        assertThat(log)
                .contains(
                        "Stage \"Outer\" skipped due to when conditional",
                        "Stage \"Left\" skipped due to when conditional",
                        "Stage \"Right\" skipped due to when conditional",
                        "(Deep)",
                        "goes on")
                .doesNotContain("never");
    }
}
