package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.Programs;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class DeclarativePipelineTest {

    @Test
    void stagesRunInTheirOrderOnTheAgent(JenkinsRule r) throws Exception {
        String log = Programs.log(r, """
                pipeline {
                    agent any
                    stages {
                        stage('One') { steps { echo 'first' } }
                        stage('Two') {
                            stages {
                                stage('Two A') { steps { echo 'second'; sh 'echo third' } }
                            }
                        }
                    }
                }
                """);

        assertThat(log)
                .containsSubsequence("Running on", "(One)", "first", "(Two)", "(Two A)", "second", "third", "SUCCESS");
    }

    @Test
    void variablesAboveAndMethodsBelowThePipelineAreThere(JenkinsRule r) throws Exception {
        String log = Programs.log(r, """
                def model
                pipeline {
                    agent none
                    stages {
                        stage('One') { steps { script { model = [name: greeting('m')] } } }
                        stage('Two') { steps { echo "it is ${model.name}" } }
                    }
                }
                def greeting(String who) {
                    return "hello-$who"
                }
                """);

        assertThat(log).contains("it is hello-m");
    }

    @Test
    void environmentVariablesMayReferToEachOther(JenkinsRule r) throws Exception {
        String log = Programs.log(r, """
                pipeline {
                    agent any
                    environment {
                        FULL = "${IMAGE}:${env.TAG}"
                        IMAGE = 'model'
                        TAG = "v" + "1"
                        PATH = "/opt/x:${PATH}"
                    }
                    stages {
                        stage('One') {
                            environment { IMAGE = 'inner' }
                            steps {
                                echo "${FULL} ${env.FULL} ${IMAGE}"
                                sh 'echo $FULL $PATH'
                            }
                        }
                    }
                }
                """);

        assertThat(log).contains("model:v1 model:v1 inner").containsPattern("(?m)^model:v1 /opt/x:/.+");
    }

    @Test
    void whatFailsSkipsTheRestAndRunsPost(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.run(r, Result.FAILURE, """
                pipeline {
                    agent any
                    stages {
                        stage('Bad') {
                            steps { error 'on purpose' }
                            post { failure { echo 'stage failed' }; success { echo 'never' } }
                        }
                        stage('Later') { steps { echo 'never' } }
                    }
                    post {
                        cleanup { echo 'at the end' }
                        success { echo 'never' }
                        failure { echo "pipeline failed: ${currentBuild.currentResult}" }
                        always { echo 'in any case' }
                    }
                }
                """);

        assertThat(JenkinsRule.getLog(build))
                .containsSubsequence(
                        "stage failed",
                        "Stage \"Later\" skipped due to earlier failure(s)",
                        "(Declarative: Post Actions)",
                        "in any case",
                        "pipeline failed: FAILURE",
                        "at the end",
                        "ERROR: on purpose",
                        "Finished: FAILURE")
                .doesNotContain("never");
    }
}
