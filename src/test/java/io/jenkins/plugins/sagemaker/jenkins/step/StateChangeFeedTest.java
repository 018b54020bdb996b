package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.Result;
import io.jenkins.plugins.sagemaker.aws.EventQueue;
import io.jenkins.plugins.sagemaker.jenkins.config.SageMakerConfiguration;
import io.jenkins.plugins.sagemaker.jenkins.config.StateChangeQueue;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** Builds that hear from a queue of the global configuration what their training jobs do. */
@Timeout(180)
class StateChangeFeedTest {

    @RegisterExtension
    final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private Flow flow;
    private EventQueue queue;

    @BeforeEach
    void startAws() throws Exception {
        flow = new Flow();
        queue = EventQueue.create(flow.aws, "changes");
    }

    @AfterEach
    void stopAws() {
        flow.close();
    }

    /** With credentials that no build can use. */
    private void configure(String... urls) throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new AWSCredentialsImpl(CredentialsScope.SYSTEM, "queue", "test", "test", ""));
        SystemCredentialsProvider.getInstance().save();
        var config = SageMakerConfiguration.get();
        config.setRegion("eu-central-1");
        config.setStateChangeQueues(List.of(urls).stream()
                .map(url -> {
                    var configured = new StateChangeQueue(url);
                    configured.setCredentialsId("queue");
                    return configured;
                })
                .toList());
    }

    private long received() {
        return flow.aws.requests().stream()
                .filter(request -> request.operation().equals("ReceiveMessage") && request.status() == 200)
                .count();
    }

    private void awaitHeard() {
        Awaitility.await("a change that was heard")
                .atMost(Duration.ofSeconds(60))
                .until(() -> flow.aws.requests().stream()
                        .anyMatch(request ->
                                request.operation().equals("DeleteMessageBatch") && request.status() == 200));
    }

    /** Those of the plugin. */
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("SageMaker operation") || name.startsWith("SageMaker state changes"))
                .toList();
    }

    @Test
    void theyHearOnBothSidesOfARestartAndNoThreadIsLeft() throws Throwable {
        sessions.then(r -> {
            configure(queue.url());
            flow.start(r, flow.pipeline(Flow.longTraining(", logs: 'FAILURE'")));
            awaitHeard();
        });
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> threads().isEmpty());
        long before = received();
        sessions.then(r -> {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> received() > before + 2);
            flow.aws.forgetRequests();
            flow.stopFromOutside(flow.trainingJobs().get(0));
            WorkflowRun build = r.waitForCompletion(Flow.lastBuild(r));

            r.assertBuildStatus(Result.FAILURE, build);
            assertThat(JenkinsRule.getLog(build)).containsOnlyOnce(": Stopping").containsOnlyOnce(": Stopped");
            awaitHeard();
        });
    }

    @Test
    void withoutABuildThatWaitsNothingIsReadAndNoThreadIsKept() throws Throwable {
        sessions.then(r -> {
            configure(queue.url());
            assertThat(received()).isZero();
            WorkflowRun build = flow.start(r, flow.pipeline(Flow.train(", logs: 'FAILURE'")));
            r.assertBuildStatusSuccess(r.waitForCompletion(build));
            Awaitility.await("no thread")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> threads().isEmpty());
            long before = received();

            assertThat(before).isPositive();
            assertThat(received()).isEqualTo(before);
        });
    }

    @Test
    void aQueueThatIsDeniedHarmsNobody() throws Throwable {
        flow.aws.faults(Faults.on("sqs", "ReceiveMessage").always().accessDenied());
        sessions.then(r -> {
            configure(queue.url());
            WorkflowRun build = flow.start(r, flow.pipeline(Flow.train(", logs: 'FAILURE'")));

            r.assertBuildStatusSuccess(r.waitForCompletion(build));
            assertThat(flow.aws.requests()).anyMatch(request -> request.error().equals("AccessDeniedException"));
        });
    }

    @Test
    void whatIsNoQueueIsPassedOver() throws Throwable {
        sessions.then(r -> {
            configure("changes", queue.url());
            WorkflowRun build = flow.start(r, flow.pipeline(Flow.train(", logs: 'FAILURE'")));

            r.assertBuildStatusSuccess(r.waitForCompletion(build));
            awaitHeard();
        });
    }
}
