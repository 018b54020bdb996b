package io.jenkins.plugins.sagemaker.lab.cli.collect;

import io.jenkins.plugins.sagemaker.lab.aws.RecordedRequest;
import io.jenkins.plugins.sagemaker.lab.cli.Cloud;
import io.jenkins.plugins.sagemaker.lab.cli.report.Deployment;
import io.jenkins.plugins.sagemaker.lab.cli.report.EndpointTest;
import io.jenkins.plugins.sagemaker.lab.cli.report.Lint;
import io.jenkins.plugins.sagemaker.lab.cli.report.Outcome;
import io.jenkins.plugins.sagemaker.lab.cli.report.ReportFolder;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Approval;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Artifact;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Link;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Requests;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.StepCall;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Tests;
import io.jenkins.plugins.sagemaker.lab.cli.report.Training;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.TestResults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jenkinsci.plugins.workflow.graph.AtomNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/**
 * Gathers the report on a finished build: from its flow graph, from what its steps returned and printed, and, for what only AWS knows, from AWS.
 * The steps' printed lines serve where a step failed and so returned nothing.
 */
public final class RunCollector {

    private final WorkflowRun build;
    private final String pipeline;
    private final Cloud cloud;
    private final Graph graph;

    /** @param pipeline the Jenkinsfile as it was named */
    public RunCollector(WorkflowRun build, String pipeline, Cloud cloud) {
        this.build = build;
        this.pipeline = pipeline;
        this.cloud = cloud;
        this.graph = new Graph(build);
    }

    public RunReport collect() throws IOException {
        // The report's own questions to AWS must not count as the build's.
        List<Requests> requests = requests();
        Outcome result = Graph.outcome(build.getResult());
        var stages = new StageCollector(graph).collect();
        List<Lint> lint = new ArrayList<>();
        List<Training> trainingJobs = new ArrayList<>();
        List<Deployment> deployments = new ArrayList<>();
        List<EndpointTest> endpointTests = new ArrayList<>();
        List<Approval> approvals = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        try (var training = new TrainingCollector(cloud);
                var deployment = new DeploymentCollector(graph, cloud)) {
            for (FlowNode node : graph.nodes()) {
                if (!(node instanceof AtomNode)) {
                    continue;
                }
                switch (Graph.step(node)) {
                    case "cfnNag" -> lint.add(LintCollector.collect(graph, node));
                    case "sagemakerTrain", "sagemakerTune" ->
                        training.collect(node).ifPresent(trainingJobs::add);
                    case "deploySageMakerEndpoint" -> deployments.add(deployment.collect(node));
                    case "invokeEndpointTest" ->
                        endpointTests.add(EndpointTestCollector.collect(graph, node, testCases()));
                    case "input" -> approvals.add(ApprovalCollector.collect(graph, node, trainingJobs, endpointTests));
                    default -> {
                        // Other steps stand in the list of all steps.
                    }
                }
            }
        }
        trainingJobs.forEach(job -> link(links, "Training job " + job.jobName(), job.consoleUrl()));
        trainingJobs.forEach(job -> link(links, "Log of " + job.jobName(), job.logUrl()));
        deployments.forEach(d -> link(links, "Endpoint " + d.endpointName(), d.consoleUrl()));
        return new RunReport(
                pipeline,
                result,
                new Reason(graph, build).words(stages, deployments, trainingJobs),
                Instant.ofEpochMilli(build.getStartTimeInMillis()),
                build.getDuration() / 1000.0,
                new RunReport.Cloud(
                        cloud.kind(),
                        cloud.endpoint() == null ? "" : cloud.endpoint().toString(),
                        cloud.region(),
                        cloud.speed(),
                        requests),
                stages,
                steps(),
                trainingJobs,
                deployments,
                endpointTests,
                lint,
                approvals,
                tests(),
                artifacts(),
                links,
                console());
    }

    private static void link(List<Link> links, String text, String url) {
        if (!url.isEmpty()) {
            links.add(new Link(text, url));
        }
    }

    private List<StepCall> steps() {
        List<StepCall> steps = new ArrayList<>();
        for (FlowNode node : graph.nodes()) {
            if (node instanceof AtomNode && !Graph.step(node).isEmpty()) {
                FlowNode stage = Graph.stageOf(node);
                steps.add(new StepCall(
                        node.getId(),
                        stage == null ? null : stage.getId(),
                        Graph.stageName(node),
                        Graph.step(node),
                        Values.givenTo(node).shortened(),
                        graph.outcome(node),
                        Graph.started(node),
                        graph.seconds(node),
                        Values.value(node),
                        Graph.words(graph.error(node))));
            }
        }
        return steps;
    }

    private List<TestResults.Case> testCases() {
        TestResults results = build.getAction(TestResults.class);
        return results == null ? List.of() : results.cases();
    }

    private Tests tests() {
        List<TestResults.Case> cases = testCases();
        if (cases.isEmpty()) {
            return null;
        }
        var failed = cases.stream()
                .filter(c -> c.status() == TestResults.Status.FAILED)
                .toList();
        return new Tests(
                cases.size(),
                failed.size(),
                (int) cases.stream()
                        .filter(c -> c.status() == TestResults.Status.SKIPPED)
                        .count(),
                failed.stream()
                        .map(c -> c.suite() + ": " + c.name() + (c.message() == null ? "" : ": " + c.message()))
                        .toList());
    }

    private List<Artifact> artifacts() throws IOException {
        Path folder = build.getArtifactsDir().toPath();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Artifact> artifacts = new ArrayList<>();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                artifacts.add(new Artifact(name, ReportFolder.ARTIFACTS + "/" + name, Files.size(file)));
            }
        }
        return artifacts;
    }

    private List<Requests> requests() {
        Map<String, List<RecordedRequest>> byOperation = new TreeMap<>();
        for (RecordedRequest request : cloud.requests()) {
            byOperation
                    .computeIfAbsent(request.service() + " " + request.operation(), k -> new ArrayList<>())
                    .add(request);
        }
        List<Requests> counted = new ArrayList<>();
        byOperation
                .values()
                .forEach(all -> counted.add(new Requests(
                        all.get(0).service(),
                        all.get(0).operation(),
                        all.size(),
                        (int) all.stream()
                                .filter(r -> r.error().contains("Throttl"))
                                .count(),
                        (int) all.stream()
                                .filter(r -> r.dropped() || !r.error().isEmpty())
                                .count())));
        return counted;
    }

    private String console() throws IOException {
        var bytes = new ByteArrayOutputStream();
        build.getLogText().writeLogTo(0, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
