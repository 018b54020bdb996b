package io.jenkins.plugins.sagemaker.endpointtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.deployment.TrainedModels;
import io.jenkins.plugins.sagemaker.endpointtest.LabelledData.Form;
import io.jenkins.plugins.sagemaker.lab.aws.Faults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndpointTestOnLocalAwsTest {

    private static final String ENDPOINT = "qa-clouds";

    @TempDir
    static Path workspace;

    private static TrainedModels models;

    @BeforeAll
    static void deploy() throws Exception {
        models = new TrainedModels(workspace);
        var deployment = models.deploy(ENDPOINT, models.train("clouds-1"), "ml.m5.large");
        assertThat(deployment.result().endpointName()).isEqualTo(ENDPOINT);
        String unseen = TrainedModels.clouds(120, 99);
        Files.writeString(workspace.resolve("unseen.csv"), unseen);
        Files.writeString(
                workspace.resolve("shuffled.csv"),
                unseen.lines()
                        .map(line -> (Integer.parseInt(line.substring(0, 1)) + 1) % 3 + line.substring(1))
                        .collect(Collectors.joining("\n")));
    }

    @AfterAll
    static void stop() {
        models.close();
    }

    @Test
    void aGoodModelPassesCasesQualityAndLoad() throws Exception {
        var cases = List.of(
                new TestCase("right", "", "10,0", "text/csv", "", "", List.of(new Expectation.Label("0", 1))),
                new TestCase("words", "", "a,b", "text/csv", "", "", List.of(new Expectation.Status(400))),
                new TestCase(
                        "shape",
                        "",
                        "10,0",
                        "text/csv",
                        "",
                        "",
                        List.of(new Expectation.JsonPath("$.predictions[0].score[0]", ">=", "0.9", 0))));
        var load = new Load(200, 8, 10, 0, List.of(Load.latencyThreshold("p95 < 20000")));
        var request = request(cases, "unseen.csv", List.of("accuracy >= 0.95", "f1 >= 0.95"), load);

        var trial = new Trial(request, models.connect()).run(true);

        assertThat(trial.result().failures()).isEmpty();
        assertThat(trial.result().invokedVariants()).containsEntry("AllTraffic", 2 + 120 + 200);
        assertThat(workspace.resolve("reports/endpoint.xml"))
                .content()
                .contains("tests=\"7\"")
                .contains("failures=\"0\"");
        assertThat(trial.lines).contains("Endpoint " + ENDPOINT + ": all 7 checks passed");
    }

    @Test
    void shuffledLabelsFailTheTest() throws Exception {
        var request = request(List.of(), "shuffled.csv", List.of("accuracy >= 0.95"), Load.NONE);

        var trial = new Trial(request, models.connect()).run(false);

        assertThat(trial.failure()).contains("accuracy >= 0.95: it is 0");
    }

    @Test
    void throttledAndFailingCallsLoseAndDoubleNothing() throws Exception {
        var request = request(List.of(), "unseen.csv", List.of("accuracy >= 0.95"), Load.NONE);
        models.local.faults(Faults.parse("throttle=0.3,error500=0.05,dropAfter=0.02,seed=5,operations=InvokeEndpoint"));
        try {
            var trial = new Trial(request, models.connect()).run(false);

            assertThat(trial.result().failures()).isEmpty();
            assertThat(trial.result().invokedVariants()).containsEntry("AllTraffic", 120);
        } finally {
            models.local.faults(Faults.none());
        }
    }

    private static EndpointTestRequest request(List<TestCase> cases, String data, List<String> thresholds, Load load) {
        return new EndpointTestRequest(
                ENDPOINT,
                cases,
                new LabelledData(Form.CSV, data, "", "", ""),
                List.of(),
                "",
                thresholds.stream().map(Metrics::threshold).toList(),
                load,
                "reports/endpoint.xml",
                false);
    }
}
