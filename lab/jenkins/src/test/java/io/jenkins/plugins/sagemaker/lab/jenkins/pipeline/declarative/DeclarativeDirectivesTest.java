package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Result;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.Programs;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.SourceFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import jenkins.model.BuildDiscarderProperty;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class DeclarativeDirectivesTest {

    @Test
    void parametersBelongToTheJobAndHaveTheirDefaultsInTheFirstBuild(JenkinsRule r) throws Exception {
        WorkflowJob job = Programs.job(r, """
                pipeline {
                    agent none
                    parameters {
                        string(name: 'EPOCHS', defaultValue: '10', description: 'how often')
                        booleanParam(name: 'FAST', defaultValue: true)
                        choice(name: 'SIZE', choices: ['small', 'large'])
                        text(name: 'NOTES', defaultValue: 'none')
                        password(name: 'SECRET', defaultValue: 'x')
                    }
                    stages { stage('One') { steps { echo "${params.EPOCHS} ${params.FAST} ${params.SIZE} ${params.NOTES}" } } }
                }
                """);

        WorkflowRun build = r.buildAndAssertSuccess(job);

        r.assertLogContains("10 true small none", build);
        assertThat(job.getProperty(ParametersDefinitionProperty.class).getParameterDefinitionNames())
                .containsExactly("EPOCHS", "FAST", "SIZE", "NOTES", "SECRET");
    }

    @Test
    void optionsApplyToTheJobAndAroundEverything(JenkinsRule r) throws Exception {
        WorkflowJob job = Programs.job(r, """
                pipeline {
                    agent any
                    options {
                        timeout(time: 1, unit: 'DAYS')
                        timestamps()
                        disableConcurrentBuilds()
                        buildDiscarder(logRotator(numToKeepStr: '2'))
                        skipDefaultCheckout()
                        quietPeriod(0)
                        preserveStashes()
                        durabilityHint('MAX_SURVIVABILITY')
                    }
                    triggers { cron('@daily') }
                    stages { stage('One') { options { retry(2) }; steps { echo 'hello' } } }
                }
                """);

        String log = JenkinsRule.getLog(r.buildAndAssertSuccess(job));
        r.buildAndAssertSuccess(job);
        r.buildAndAssertSuccess(job);

        assertThat(log).containsSubsequence("[Pipeline] timeout", "[Pipeline] timestamps", "[Pipeline] retry", "hello");
        assertThat(job.isConcurrentBuild()).isFalse();
        assertThat(job.getProperty(BuildDiscarderProperty.class)).isNotNull();
        await().untilAsserted(() -> assertThat(job.getBuilds()).hasSize(2));
    }

    @Test
    void aRetryOfEverythingBeginsAnew(JenkinsRule r) throws Exception {
        String log = Programs.log(r, """
                def count = 0
                pipeline {
                    agent any
                    options { retry(2) }
                    stages {
                        stage('One') { steps { script { if (count++ == 0) { error 'first time' } } } }
                        stage('Two') { steps { echo 'reached' } }
                    }
                }
                """);

        assertThat(log).containsSubsequence("first time", "Retrying", "reached");
    }

    @Test
    void credentialsBecomeMaskedVariables(JenkinsRule r) throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "login", null, "anna", "s3cr3t"));

        String log = Programs.log(r, """
                pipeline {
                    agent any
                    environment {
                        LOGIN = credentials('login')
                        HEADER = "user=${LOGIN_USR}"
                    }
                    stages {
                        stage('One') {
                            steps {
                                sh 'echo password is $LOGIN_PSW; test "$LOGIN" = anna:s3cr3t && echo both'
                                echo "${HEADER}"
                            }
                        }
                    }
                }
                """);

        assertThat(log).contains("password is ****", "both", "user=anna").doesNotContain("s3cr3t");
    }

    @Test
    void aCredentialThatIsNotThereIsNamed(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.run(r, Result.FAILURE, """
                pipeline {
                    agent any
                    environment { KEY = credentials('missing') }
                    stages { stage('One') { steps { echo 'never' } } }
                    post { always { echo 'still here' } }
                }
                """);

        r.assertLogContains("Could not find credentials entry with ID 'missing'", build);
        r.assertLogContains("still here", build);
        r.assertLogNotContains("never", build);
    }

    @Test
    void aStepThatNeedsAnAgentSaysSo(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.run(r, Result.FAILURE, """
                pipeline {
                    agent none
                    stages { stage('One') { steps { sh 'true' } } }
                }
                """);

        r.assertLogContains("a step that requires a node context while ‘agent none’ was specified", build);
    }

    @Test
    void agentsMayBeChosenByLabelAndStage(JenkinsRule r) throws Exception {
        r.createSlave("worker", "gpu", null);

        String log = Programs.log(r, """
                pipeline {
                    agent none
                    stages {
                        stage('One') { agent { label 'gpu' }; steps { sh 'echo on $NODE_NAME' } }
                        stage('Two') {
                            agent { node { label 'gpu'; customWorkspace 'my/place' } }
                            steps { sh 'pwd' }
                        }
                    }
                }
                """);

        assertThat(log).contains("on worker").containsPattern("(?m)^/.*/my/place$");
    }

    @Test
    void parallelStagesRunTogetherAndFailFastStopsTheOthers(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.run(r, Result.FAILURE, """
                pipeline {
                    agent any
                    stages {
                        stage('Both') {
                            failFast true
                            parallel {
                                stage('Good') { steps { sleep 3600 }; post { aborted { echo 'was stopped' } } }
                                stage('Bad') { steps { error 'on purpose' } }
                            }
                            post { always { echo 'after both' } }
                        }
                    }
                }
                """);

        assertThat(JenkinsRule.getLog(build))
                .contains("was stopped", "on purpose")
                .containsSubsequence("Failed in branch Bad", "after both");
    }

    @Test
    void aMatrixRunsEveryCellThatIsNotExcluded(JenkinsRule r) throws Exception {
        String log = Programs.log(r, """
                pipeline {
                    agent none
                    stages {
                        stage('Cells') {
                            matrix {
                                agent any
                                axes {
                                    axis { name 'SIZE'; values 'small', 'large' }
                                    axis { name 'KIND'; values 'cpu', 'gpu' }
                                }
                                excludes { exclude { axis { name 'SIZE'; values 'large' }; axis { name 'KIND'; notValues 'gpu' } } }
                                stages { stage('Build') { steps { echo "cell ${SIZE}-${env.KIND}" } } }
                            }
                        }
                    }
                }
                """);

        assertThat(log)
                .contains(
                        "cell small-cpu", "cell small-gpu", "cell large-gpu", "(Matrix - SIZE = 'small', KIND = 'cpu')")
                .doesNotContain("cell large-cpu");
    }

    @Test
    void theSourcesAreCheckedOutUnlessTheJenkinsfileDoesItItself(JenkinsRule r, @TempDir Path sources)
            throws Exception {
        Files.writeString(sources.resolve("model.py"), "x = 1");
        r.createSlave("worker", "gpu", null);
        String jenkinsfile = """
                pipeline {
                    agent { label 'gpu' }
                    options { skipDefaultCheckout(%s) }
                    stages { stage('One') { steps { echo "there: ${fileExists 'model.py'}" } } }
                }
                """;

        WorkflowRun with = Programs.job(r, jenkinsfile.formatted(false))
                .scheduleBuild2(0, new SourceFolder(sources.toFile()))
                .get();
        WorkflowRun without = Programs.job(r, jenkinsfile.formatted(true))
                .scheduleBuild2(0, new SourceFolder(sources.toFile()))
                .get();

        assertThat(JenkinsRule.getLog(with))
                .containsSubsequence("(Declarative: Checkout SCM)", "Copied 1 files", "there: true");
        assertThat(JenkinsRule.getLog(without)).contains("there: false").doesNotContain("Checkout SCM");
    }

    @Test
    void sharedLibrariesAreRefusedWithTheReason(JenkinsRule r) throws Exception {
        WorkflowRun build = Programs.run(r, Result.FAILURE, """
                pipeline {
                    agent none
                    libraries { lib('team@main') }
                    stages { stage('One') { steps { echo 'never' } } }
                }
                """);

        r.assertLogContains("ERROR: library: the lab loads no shared libraries", build);
    }
}
