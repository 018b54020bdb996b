package io.jenkins.plugins.sagemaker.lab.cli.collect;

import hudson.model.User;
import io.jenkins.plugins.sagemaker.lab.cli.report.EndpointTest;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Approval;
import io.jenkins.plugins.sagemaker.lab.cli.report.Training;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.support.steps.input.InputSubmittedAction;
import org.jenkinsci.plugins.workflow.support.steps.input.Rejection;

/** An {@code input} step: who decided what, and on what evidence. */
final class ApprovalCollector {

    private ApprovalCollector() {}

    static Approval collect(Graph graph, FlowNode node, List<Training> trained, List<EndpointTest> tested) {
        InputSubmittedAction submitted = node.getAction(InputSubmittedAction.class);
        Instant at = Graph.started(node).plus(Duration.ofMillis((long) (graph.seconds(node) * 1000)));
        return new Approval(
                Graph.stageName(node),
                Values.givenTo(node).text("message"),
                submitted != null,
                submitted != null ? submitted.getApprover() : rejecter(graph.error(node)),
                at,
                evidence(trained, tested));
    }

    private static String rejecter(Throwable error) {
        if (error instanceof FlowInterruptedException interruption) {
            for (var cause : interruption.getCauses()) {
                User user = cause instanceof Rejection rejection ? rejection.getUser() : null;
                if (user != null) {
                    return user.getId();
                }
            }
        }
        return "nobody (" + Graph.words(error) + ")";
    }

    private static List<String> evidence(List<Training> trained, List<EndpointTest> tested) {
        List<String> evidence = new ArrayList<>();
        trained.forEach(job -> evidence.add("training job " + job.jobName() + ": " + listed(job.metrics())));
        tested.forEach(test -> evidence.add(
                "endpoint " + test.endpointName() + ": " + (test.total() - test.failed()) + " of " + test.total()
                        + " checks passed" + (test.metrics().isEmpty() ? "" : "; " + listed(test.metrics()))));
        return evidence;
    }

    private static String listed(Map<String, Double> numbers) {
        return numbers.entrySet().stream()
                .map(e -> e.getKey() + " " + String.format(Locale.ROOT, "%.4g", e.getValue()))
                .collect(Collectors.joining(", "));
    }
}
