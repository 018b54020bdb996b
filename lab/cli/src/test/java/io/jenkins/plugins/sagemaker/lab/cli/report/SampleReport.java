package io.jenkins.plugins.sagemaker.lab.cli.report;

import io.jenkins.plugins.sagemaker.lab.cli.report.Deployment.Event;
import io.jenkins.plugins.sagemaker.lab.cli.report.EndpointTest.Check;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Approval;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Artifact;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Cloud;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Gate;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Link;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Requests;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Stage;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.StepCall;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Tests;
import io.jenkins.plugins.sagemaker.lab.cli.report.Training.Curve;
import io.jenkins.plugins.sagemaker.lab.cli.report.Training.Phase;
import io.jenkins.plugins.sagemaker.lab.cli.report.Training.Point;
import io.jenkins.plugins.sagemaker.lab.cli.report.Training.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A report with something in every place; each text in it can be replaced by a hostile one. */
final class SampleReport {

    static final Instant START = Instant.parse("2026-03-04T10:20:30Z");

    private final String suffix;
    private final Outcome result;

    private SampleReport(String suffix, Outcome result) {
        this.suffix = suffix;
        this.result = result;
    }

    static RunReport with(Outcome result) {
        return new SampleReport("", result).report();
    }

    /** With this after every text that could come from a user, a container or a service. */
    static RunReport with(Outcome result, String suffix) {
        return new SampleReport(suffix, result).report();
    }

    private String u(String text) {
        return text + suffix;
    }

    private RunReport report() {
        return new RunReport(
                u("examples/Jenkinsfile"),
                result,
                u("The model of digits-1 is in production as digits-prod."),
                START,
                14.2,
                new Cloud(
                        "local",
                        "http://127.0.0.1:4566",
                        u("eu-central-1"),
                        100,
                        List.of(new Requests(u("s3"), u("PutObject"), 41, 2, 3))),
                stages(),
                List.of(new StepCall(
                        "7",
                        "3",
                        u("Train"),
                        u("sagemakerTrain"),
                        Map.of(u("baseJobName"), u("digits")),
                        Outcome.SUCCESS,
                        START.plusMillis(700),
                        5.1,
                        Map.of("trainingJobName", u("digits-1")),
                        u(""))),
                List.of(training()),
                List.of(deployment("QA", Outcome.SUCCESS), deployment("Production", result)),
                List.of(endpointTest()),
                List.of(new Lint(
                        u("Lint"),
                        u("cloudformation"),
                        result,
                        1,
                        1,
                        0,
                        List.of(new Lint.Finding(
                                u("F3"), u("FAIL"), u("Role allows everything"), u("endpoint.yaml"), u("Role"), 12)))),
                List.of(new Approval(
                        u("Approve"),
                        u("Release digits-1?"),
                        true,
                        u("mallory"),
                        START.plusSeconds(9),
                        List.of(u("accuracy 0.98")))),
                new Tests(12, 1, 0, List.of(u("endpoint: a clear zero: expected 0"))),
                List.of(new Artifact(u("reports/endpoint-qa.xml"), u("artifacts/reports/endpoint-qa.xml"), 2048)),
                List.of(new Link(u("Training job"), u("https://eu-central-1.console.aws.amazon.com/"))),
                u("[Pipeline] Start of Pipeline\n[Pipeline] End of Pipeline\n"));
    }

    private List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        stages.add(stage("1", null, "Source", 0, Outcome.SUCCESS, 0.2, 0.4));
        stages.add(stage("2", null, "Build and Train", 0, Outcome.SUCCESS, 0.6, 5.6));
        stages.add(stage("4", "2", "Lint", 1, Outcome.SUCCESS, 0.6, 0.4));
        stages.add(stage("3", "2", "Train", 1, Outcome.SUCCESS, 1.0, 5.2));
        stages.add(stage("5", null, "QA", 0, Outcome.SUCCESS, 6.2, 3.8));
        stages.add(stage("6", "5", "Launch QA endpoint", 1, Outcome.SUCCESS, 6.2, 2.5));
        stages.add(stage("8", "5", "Test QA endpoint", 1, Outcome.UNSTABLE, 8.7, 1.3));
        stages.add(stage("9", null, "Production", 0, result, 10.0, 4.1));
        stages.add(stage("10", "9", "Approve", 1, Outcome.SUCCESS, 10.0, 0.1));
        stages.add(stage("11", "9", "Launch production endpoint", 1, result, 10.1, 3.0));
        stages.add(stage("12", "9", "Test production endpoint", 1, Outcome.SKIPPED, 13.1, 0));
        return stages;
    }

    private Stage stage(String id, String parent, String name, int depth, Outcome outcome, double at, double seconds) {
        return new Stage(
                id,
                parent,
                u(name),
                depth,
                outcome,
                START.plusMillis((long) (at * 1000)),
                seconds,
                outcome == Outcome.SUCCESS ? "" : u("Because of that."));
    }

    private Training training() {
        List<Point> train = new ArrayList<>();
        List<Point> validation = new ArrayList<>();
        List<Point> loss = new ArrayList<>();
        List<Point> validationLoss = new ArrayList<>();
        for (int epoch = 0; epoch < 10; epoch++) {
            train.add(new Point(epoch, 1 - 0.4 / (epoch + 1)));
            validation.add(new Point(epoch, 0.975 - 0.35 / (epoch + 1)));
            loss.add(new Point(epoch, 1.2 / (epoch + 1)));
            validationLoss.add(new Point(epoch, 0.1 + 1.3 / (epoch + 1)));
        }
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put(u("train:accuracy"), 0.996);
        metrics.put(u("validation:accuracy"), 0.974);
        return new Training(
                u("Train"),
                u("digits-1"),
                result == Outcome.FAILURE ? "Failed" : "Completed",
                result == Outcome.FAILURE ? u("AlgorithmError: no") : u(""),
                u("1 x ml.p3.2xlarge"),
                214,
                214,
                metrics,
                List.of(new Gate(u("validation:accuracy >= 0.9"), 0.974, true)),
                List.of(
                        new Phase(u("Starting"), 60),
                        new Phase("Downloading", 30),
                        new Phase("Training", 140),
                        new Phase("Uploading", 12)),
                List.of(
                        new Curve(
                                u("accuracy"),
                                List.of(new Series(u("train"), train), new Series(u("validation"), validation))),
                        new Curve(
                                u("cross-entropy"),
                                List.of(new Series(u("train"), loss), new Series(u("validation"), validationLoss)))),
                Map.of(u("epochs"), u("10")),
                u("s3://bucket/digits-1/output/model.tar.gz"),
                u("https://console.aws.amazon.com/"),
                u("https://console.aws.amazon.com/logs"));
    }

    private Deployment deployment(String stage, Outcome outcome) {
        return new Deployment(
                u(stage),
                u("digits-qa"),
                outcome,
                u("CREATE_COMPLETE"),
                true,
                u("digits-qa"),
                u(""),
                u("Config-1"),
                2.4,
                outcome == Outcome.SUCCESS ? "" : u("Stack digits-qa ended as ROLLBACK_COMPLETE."),
                List.of(
                        new Event(
                                START, "10:20:31", u("Model"), u("AWS::SageMaker::Model"), u("CREATE_COMPLETE"), u("")),
                        new Event(
                                START,
                                "10:20:33",
                                u("Endpoint"),
                                u("AWS::SageMaker::Endpoint"),
                                u("CREATE_FAILED"),
                                u("no such instance"))),
                u("https://console.aws.amazon.com/cloudformation"));
    }

    private EndpointTest endpointTest() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put(u("accuracy"), 0.981);
        metrics.put("precision", 0.982);
        metrics.put("recall", 0.979);
        metrics.put("f1", 0.98);
        metrics.put("logLoss", 0.074);
        Map<String, Double> latency = new LinkedHashMap<>();
        latency.put(u("p50"), 3.2);
        latency.put("p90", 5.1);
        latency.put("p95", 6.7);
        latency.put("p99", 21.0);
        latency.put("max", 34.5);
        latency.put("mean", 3.9);
        return new EndpointTest(
                u("Test QA endpoint"),
                u("digits-qa"),
                result,
                4,
                1,
                0.0025,
                metrics,
                latency,
                312.5,
                List.of(new Gate(u("accuracy >= 0.95"), 0.981, true), new Gate(u("p95 < 5"), 6.7, false)),
                List.of(u("p95 < 5: it was 6.7 ms")),
                List.of(u("8 taken for 1 (3 times)")),
                Map.of(u("0"), Map.of(u("0"), 60), u("8"), Map.of(u("8"), 55, u("1"), 3), u("1"), Map.of(u("1"), 60)),
                List.of(
                        new Check(u("cases"), u("a clear zero"), true, 4.2, u("")),
                        new Check(u("latency"), u("p95 < 5"), false, 0, u("it was 6.7 ms"))));
    }
}
