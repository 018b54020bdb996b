package io.jenkins.plugins.sagemaker.jenkins.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class SageMakerActionTest {

    @RegisterExtension
    final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private static RemoteWork work(String key, Outcome outcome) {
        return new RemoteWork(key, "training job " + key, "https://console/" + key, outcome, "because");
    }

    @Test
    void whatABuildHasDoneIsKeptWithItAndEachStepShownOnce() throws Throwable {
        sessions.then(r -> {
            WorkflowJob job = r.createProject(WorkflowJob.class, "p");
            job.setDefinition(new CpsFlowDefinition("", true));
            WorkflowRun build = r.buildAndAssertSuccess(job);
            SageMakerAction.add(build, work("3", Outcome.FAILED));
            SageMakerAction.add(build, work("7", Outcome.SUCCEEDED).with(Map.of("instanceCount", 2)));
            SageMakerAction.add(build, work("3", Outcome.STOPPED).outliving());
        });
        sessions.then(r -> {
            WorkflowRun build =
                    r.jenkins.getItemByFullName("p", WorkflowJob.class).getLastBuild();
            SageMakerAction action = build.getAction(SageMakerAction.class);

            assertThat(action.getObject()).isSameAs(build);
            assertThat(action.getUrlName()).isEqualTo("sagemaker");
            assertThat(action.getWorks())
                    .extracting(RemoteWork::getName, RemoteWork::getOutcome, RemoteWork::isOutlived)
                    .containsExactly(
                            tuple("training job 7", Outcome.SUCCEEDED, false),
                            tuple("training job 3", Outcome.STOPPED, true));
            assertThat(action.getWorks().get(0).getDetails()).containsExactly(Map.entry("Instance count", "2"));
            assertThat(action.getWorks().get(0).getUrl()).isEqualTo("https://console/7");
            assertThat(action.getWorks().get(0).getMessage()).isEqualTo("because");
        });
    }
}
