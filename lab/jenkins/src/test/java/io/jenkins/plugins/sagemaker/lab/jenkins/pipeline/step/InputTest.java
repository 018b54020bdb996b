package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.Programs;
import java.util.Map;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class InputTest {

    private static WorkflowRun asking(JenkinsRule r, String jenkinsfile, String until) throws Exception {
        return r.waitForMessage(
                until, Programs.job(r, jenkinsfile).scheduleBuild2(0).waitForStart());
    }

    private static InputStepExecution question(WorkflowRun build) throws Exception {
        return build.getAction(InputAction.class).getExecutions().get(0);
    }

    @Test
    void whoeverApprovesIsNamed(JenkinsRule r) throws Exception {
        r.jenkins.setSecurityRealm(r.createDummySecurityRealm());
        WorkflowRun build = asking(r, "input message: 'Release?', ok: 'Release'; echo 'released'", "Release or Abort");

        try (ACLContext anna = ACL.as2(User.getById("anna", true).impersonate2())) {
            question(build).doProceedEmpty();
        }

        r.assertBuildStatusSuccess(r.waitForCompletion(build));
        assertThat(JenkinsRule.getLog(build)).containsSubsequence("Release?", "Approved by anna", "released");
        assertThat(build.getAction(InputAction.class)).isNull();
    }

    @Test
    void whoeverRejectsAborts(JenkinsRule r) throws Exception {
        r.jenkins.setSecurityRealm(r.createDummySecurityRealm());
        WorkflowRun build = asking(r, "input 'Release?'; echo 'never'", "Proceed or Abort");

        try (ACLContext bob = ACL.as2(User.getById("bob", true).impersonate2())) {
            question(build).doAbort();
        }

        r.assertBuildStatus(Result.ABORTED, r.waitForCompletion(build));
        assertThat(JenkinsRule.getLog(build)).contains("Rejected by bob").doesNotContain("never");
    }

    @Test
    void answersAreTheValueOfTheStep(JenkinsRule r) throws Exception {
        WorkflowRun build = asking(r, """
                def answer = input message: 'How?', submitterParameter: 'WHO',
                    parameters: [string(name: 'SIZE', defaultValue: 'small'), booleanParam(name: 'FAST', defaultValue: true)]
                echo "size ${answer.SIZE}, fast ${answer.FAST}"
                """, "Input requested");

        question(build).proceed(Map.of("SIZE", "large", "FAST", false));

        r.assertLogContains("size large, fast false", r.assertBuildStatusSuccess(r.waitForCompletion(build)));
    }

    @Test
    void aStageOfADeclarativePipelineMayAskFirst(JenkinsRule r) throws Exception {
        WorkflowRun build = asking(r, """
                pipeline {
                    agent none
                    stages {
                        stage('Release') {
                            input {
                                message 'Where to?'
                                ok 'Go'
                                parameters { string(name: 'TARGET', defaultValue: 'qa') }
                            }
                            steps { echo "to ${TARGET}" }
                        }
                    }
                }
                """, "Where to?");

        question(build).proceed(Map.of("TARGET", "production"));

        r.assertLogContains("to production", r.assertBuildStatusSuccess(r.waitForCompletion(build)));
    }
}
