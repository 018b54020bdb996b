package io.jenkins.plugins.sagemaker.endpointtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.sagemaker.endpointtest.LabelledData.Form;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class EndpointTestOperationTest {

    private final MemoryWorkspace workspace = new MemoryWorkspace();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aGoodEndpointPassesAndNothingIsCountedTwiceWhenEveryRoundIsRepeated(boolean crashing) throws Exception {
        images(0, 3);
        images(1, 3);
        workspace.files.put("one.png", "1");
        var request = request(
                List.of(label("one", "one.png", "1")), folders(), List.of("accuracy >= 1", "f1 >= 1"), load(50, 4));

        var trial = new Trial(request, new FakeRuntime(this::certain), workspace).run(crashing);

        assertThat(trial.result().passed()).isTrue();
        assertThat(trial.result().total()).isEqualTo(5); // a case, two metrics, errors, a latency
        assertThat(trial.result().failed()).isZero();
        assertThat(trial.result().metrics()).containsEntry("accuracy", 1.0).containsEntry("f1", 1.0);
        assertThat(trial.result().invokedVariants()).containsEntry("AllTraffic", 1 + 6 + 50);
        assertThat(trial.result().latency()).containsOnlyKeys("p50", "p90", "p95", "p99", "max", "mean");
        assertThat(trial.result().throughput()).isPositive();
        assertThat(trial.lines).contains("Endpoint digits: all 5 checks passed");
    }

    @Test
    void aWrongLabelFailsWithWhatWasAskedWhatCameAndWhatWasExpected() throws Exception {
        workspace.files.put("seven.png", "1");
        var request = request(List.of(label("seven", "seven.png", "7")), null, List.of(), Load.NONE);

        var trial = new Trial(request, new FakeRuntime(body -> "[0.1, 0.6, 0, 0, 0, 0, 0, 0.3]"), workspace).run(false);

        assertThat(trial.failure())
                .isEqualTo("Endpoint digits failed 1 of 1 checks: case 'seven': expected label 7, but the answer was "
                        + "1 (0.6), then 7 (0.3), then 0 (0.1)");
        assertThat(trial.lines).anyMatch(line -> line.startsWith("  FAILED  case 'seven'"));
    }

    @Test
    void aFailureMayMakeTheBuildUnstableInstead() throws Exception {
        var request = new EndpointTestRequest(
                "digits",
                List.of(body("one", "1", new Expectation.Contains("x"))),
                null,
                List.of(),
                "",
                List.of(),
                Load.NONE,
                "",
                true);

        var trial = new Trial(request, new FakeRuntime(this::certain), workspace).run(false);

        assertThat(trial.warnings()).hasSize(1).first().asString().contains("case 'one'");
        assertThat(trial.result().passed()).isFalse();
        assertThat(trial.result().failures())
                .containsExactly("case 'one': expected an answer that contains 'x', but it was [0,1]");
    }

    @Test
    void aModelThatIsNotGoodEnoughFailsWithItsFigureAndItsMistakes() throws Exception {
        images(0, 3);
        images(1, 1);
        var request = request(List.of(), folders(), List.of("accuracy >= 0.9"), Load.NONE);

        var trial = new Trial(request, new FakeRuntime(body -> "[0.8, 0.2]"), workspace).run(false);

        assertThat(trial.failure()).contains("accuracy >= 0.9: it is 0.75");
        assertThat(trial.lines)
                .anyMatch(line -> line.contains("1 taken for 0 (once)"))
                .anyMatch(line -> line.contains("data/1/0.png: expected 1, but the answer was 0 (0.8), then 1 (0.2)"));
    }

    @Test
    void aBusyEndpointIsAskedAgainForExactlyTheItemsThatHadNoAnswer() throws Exception {
        images(0, 20);
        images(1, 20);
        var runtime = new FakeRuntime(this::certain);
        runtime.isBusyFor(7);
        var request = request(List.of(), folders(), List.of("accuracy >= 1"), load(0, 1));

        var trial = new Trial(request, runtime, workspace).run(false);

        assertThat(trial.result().passed()).isTrue();
        assertThat(runtime.requests).hasSize(47);
        assertThat(trial.result().invokedVariants()).containsEntry("AllTraffic", 40);
    }

    @Test
    void anEndpointThatNeverAnswersIsGivenUpInTheEnd() throws Exception {
        var runtime = new FakeRuntime(this::certain);
        runtime.isBusyFor(Integer.MAX_VALUE);
        images(0, 1);
        var request = request(List.of(body("one", "1")), folders(), List.of(), Load.NONE);

        var trial = new Trial(request, runtime, workspace).run(false);

        assertThat(trial.failure())
                .contains("case 'one': expected an answer, but there was none in 10 attempts")
                .contains("errorRate <= 0: it is 1 (1 of 1 requests went wrong");
        assertThat(runtime.requests).hasSize(20);
    }

    @Test
    void whatGoesWrongUnderLoadIsCountedAndNotAskedAgain() throws Exception {
        var runtime = new FakeRuntime(this::certain);
        var request = request(List.of(body("one", "1")), null, List.of(), new Load(100, 4, 0, 0.05, List.of()));
        runtime.isBusyFor(0);
        var trial = new Trial(request, new FakeRuntime(new FailingNow(10)::answer), workspace).run(false);

        assertThat(trial.failure())
                .contains("errorRate <= 0.05: it is 0.1 (10 of 100 requests went wrong")
                .contains("status 500");
    }

    @Test
    void aModelsRefusalNamesItsStatusAndItsLog() throws Exception {
        var request = request(List.of(body("bad", "?")), null, List.of(), Load.NONE);

        var trial = new Trial(
                        request,
                        new FakeRuntime(body -> {
                            throw FakeRuntime.refusal(415, "not an image");
                        }),
                        workspace)
                .run(false);

        assertThat(trial.failure())
                .contains("case 'bad': expected an answer, but the model answered with status 415: not an image")
                .contains("log-group:/aws/sagemaker/Endpoints/digits");
    }

    @Test
    void aRefusalCanBeWhatIsExpected() throws Exception {
        var request = request(List.of(body("bad", "?", new Expectation.Status(415))), null, List.of(), Load.NONE);

        var trial = new Trial(
                        request,
                        new FakeRuntime(body -> {
                            throw FakeRuntime.refusal(415, "not an image");
                        }),
                        workspace)
                .run(false);

        assertThat(trial.result().passed()).isTrue();
    }

    @Test
    void anEndpointThatDoesNotExistEndsTheTestAtOnce() {
        var request = request(List.of(body("one", "1")), null, List.of(), load(10, 2));

        assertThatThrownBy(() -> new Trial(
                                request,
                                new FakeRuntime(body -> {
                                    throw FakeRuntime.error("ValidationError", 400);
                                }),
                                workspace)
                        .run(false))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("Endpoint digits of account 123456789012 not found.");
    }

    @Test
    void warmUpRequestsAreSentAndNotCounted() throws Exception {
        var runtime = new FakeRuntime(this::certain);
        var request = request(List.of(body("one", "1")), null, List.of(), new Load(20, 2, 5, 0, List.of()));

        var trial = new Trial(request, runtime, workspace).run(false);

        assertThat(runtime.requests).hasSize(1 + 5 + 20);
        assertThat(trial.result().invokedVariants()).containsEntry("AllTraffic", 21);
        assertThat(runtime.most.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void aTableOfNumbersIsMeasuredByItsErrors() throws Exception {
        workspace.files.put("data.csv", "10,1,2\n20,3,4\n\n40,5,6\n");
        var data = new LabelledData(Form.CSV, "data.csv", "", "", "");
        var request = request(List.of(), data, List.of("mae <= 3", "rmse < 10"), Load.NONE);
        var answers = java.util.Map.of("1,2", "12", "3,4", "20", "5,6", "33");

        var trial = new Trial(request, new FakeRuntime(answers::get), workspace).run(false);

        assertThat(trial.result().metrics().get("mae")).isEqualTo(3);
        assertThat(trial.result().metrics().get("rmse")).isEqualTo(Math.sqrt(53 / 3.0), within(1e-12));
        // Labels 10, 20, 40 have the mean 70/3 and the variation 1400/3.
        assertThat(trial.result().metrics().get("r2")).isEqualTo(1 - 53 / (1400 / 3.0), within(1e-12));
    }

    @Test
    void columnsMayHaveNamesAndValuesQuotes() throws Exception {
        workspace.files.put("data.csv", "text,class\n\"a, \"\"b\"\"\",yes\nc,no\n");
        var data = new LabelledData(Form.CSV, "data.csv", "class", "", "");
        var runtime = new FakeRuntime(body -> body.startsWith("\"a") ? "yes" : "no");

        var trial =
                new Trial(request(List.of(), data, List.of("accuracy >= 1"), Load.NONE), runtime, workspace).run(false);

        assertThat(trial.result().passed()).isTrue();
        assertThat(runtime.requests)
                .extracting(one -> one.body().asUtf8String())
                .containsExactlyInAnyOrder("\"a, \"\"b\"\"\"", "c");
        assertThat(runtime.requests).allMatch(one -> one.contentType().equals("text/csv"));
    }

    @Test
    void jsonLinesAreSentWithoutTheirLabel() throws Exception {
        workspace.files.put("data.jsonl", "{\"label\": 1, \"x\": [1, 2]}\n{\"x\": [3], \"label\": 0}\n");
        var data = new LabelledData(Form.of("data.jsonl"), "data.jsonl", "", "", "");
        var runtime =
                new FakeRuntime(body -> body.contains("3") ? "{\"predicted_label\": 0}" : "{\"predicted_label\": 1}");

        var trial =
                new Trial(request(List.of(), data, List.of("accuracy >= 1"), Load.NONE), runtime, workspace).run(false);

        assertThat(trial.result().passed()).isTrue();
        assertThat(runtime.requests)
                .extracting(one -> one.body().asUtf8String())
                .containsExactlyInAnyOrder("{\"x\":[1,2]}", "{\"x\":[3]}");
    }

    @Test
    void aDataSetThatChangesMeanwhileEndsTheTest() throws Exception {
        images(0, 400);
        var runtime = new FakeRuntime(body -> {
            workspace.files.put("data/0/late.png", "0");
            return certain(body);
        });
        runtime.isBusyFor(1);

        var trial = new Trial(request(List.of(), folders(), List.of(), load(0, 1)), runtime, workspace).run(false);

        assertThat(trial.failure()).contains("data set data was changed while endpoint digits was being tested");
    }

    @Test
    void whatCannotBeTestedIsSaidBeforeAnythingIsSent() {
        var runtime = new FakeRuntime(this::certain);

        assertThatThrownBy(() ->
                        new Trial(request(List.of(), folders(), List.of(), Load.NONE), runtime, workspace).run(false))
                .hasMessageStartingWith("The data set data is empty");
        images(0, 1);
        assertThatThrownBy(() -> new Trial(labelled(List.of("zero", "one"), List.of()), runtime, workspace).run(false))
                .hasMessage("The data set data has the label 0, which is none of the labels given: zero, one.");
        workspace.files.put("data/cat/1.png", "x");
        assertThatThrownBy(() -> new Trial(
                                request(List.of(), folders(), List.of("rmse < 1"), Load.NONE), runtime, workspace)
                        .run(false))
                .hasMessageContaining("labels that are not numbers (cat)");
        assertThatThrownBy(() -> new Trial(
                                request(List.of(label("gone", "gone.png", "1")), null, List.of(), Load.NONE),
                                runtime,
                                workspace)
                        .run(false))
                .hasMessage("Case 'gone' wants to send gone.png, which is not in the workspace.");
        assertThat(runtime.requests).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsRefusedWithASentence() {
        assertThatThrownBy(() -> request(List.of(), null, List.of(), Load.NONE))
                .hasMessageContaining("nothing to test");
        assertThatThrownBy(() -> Metrics.threshold("accurracy >= 0.9"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("accurracy, which is not measured here");
        assertThatThrownBy(() -> Metrics.threshold("accuracy = 0.9")).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> Metrics.threshold("accuracy >= 0.9.1")).hasMessageContaining("not a number");
        assertThatThrownBy(() -> Load.latencyThreshold("p42 < 3")).hasMessageContaining("p42");
        assertThatThrownBy(() -> request(List.of(), folders(), List.of("accuracy > 0.5", "rmse < 3"), Load.NONE))
                .hasMessageContaining("mix");
        assertThatThrownBy(() -> request(List.of(body("a", "1"), body("a", "2")), null, List.of(), Load.NONE))
                .hasMessageContaining("Two cases");
        assertThatThrownBy(() -> body("a", "")).hasMessageContaining("either a file or a body");
        assertThatThrownBy(() -> load(10, 33)).hasMessage("concurrency must be from 1 to 32, but is 33.");
        assertThatThrownBy(() -> new Expectation.JsonPath("$..[", "==", "1", 0)).hasMessageContaining("not a JSONPath");
        assertThatThrownBy(() -> new EndpointTestRequest(
                        "digits",
                        List.of(body("a", "1", new Expectation.Label("nine", 1))),
                        null,
                        List.of("one"),
                        "",
                        List.of(),
                        Load.NONE,
                        "",
                        false))
                .hasMessageContaining("none of the labels");
    }

    @Test
    void theReportIsReadableJUnitXmlWhateverAnAnswerHolds() throws Exception {
        var request = new EndpointTestRequest(
                "digits.v2",
                List.of(body("good", "1"), body("b<a>d", "0", new Expectation.Contains("x"))),
                null,
                List.of(),
                "",
                List.of(),
                Load.NONE,
                "reports/endpoint.xml",
                false);

        new Trial(request, new FakeRuntime(body -> "\u0001 & <answer> \"1\""), workspace).run(true);

        var suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(workspace
                        .written
                        .get("reports/endpoint.xml")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("2");
        assertThat(suite.getAttribute("failures")).isEqualTo("1");
        var cases = suite.getElementsByTagName("testcase");
        assertThat(((Element) cases.item(0)).getAttribute("classname")).isEqualTo("endpoint.digits_v2.cases");
        var bad = (Element) cases.item(1);
        assertThat(bad.getAttribute("name")).isEqualTo("b<a>d");
        assertThat(((Element) bad.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .contains("expected an answer that contains 'x'")
                .contains("& <answer> \"1\"");
    }

    /** Fails every so-many-th request, whichever thread makes it; the first is good. */
    private static final class FailingNow {
        private final int each;
        private int count;

        FailingNow(int each) {
            this.each = each;
        }

        synchronized String answer(String body) {
            if (count++ % each == 1) {
                throw FakeRuntime.refusal(500, "sometimes");
            }
            return "[1, 0]";
        }
    }

    /** Answers the class that the body names, out of two. */
    private String certain(String body) {
        return body.equals("0") ? "[1,0]" : "[0,1]";
    }

    private void images(int label, int count) {
        for (int i = 0; i < count; i++) {
            workspace.files.put("data/" + label + "/" + i + ".png", Integer.toString(label));
        }
        workspace.files.put("data/README.md", "no item");
        workspace.files.put("data/" + label + "/.hidden", "no item either");
    }

    private static LabelledData folders() {
        return new LabelledData(Form.FOLDERS, "data", "", "", "");
    }

    private static Load load(int requests, int concurrency) {
        return new Load(
                requests, concurrency, 0, 0, requests == 0 ? List.of() : List.of(Load.latencyThreshold("p95 < 60000")));
    }

    private static TestCase label(String name, String file, String label) {
        return new TestCase(name, file, "", "", "", "", List.of(new Expectation.Label(label, 1)));
    }

    private static TestCase body(String name, String body, Expectation... expectations) {
        return new TestCase(name, "", body, "", "", "", List.of(expectations));
    }

    private static EndpointTestRequest labelled(List<String> labels, List<TestCase> cases) {
        return new EndpointTestRequest("digits", cases, folders(), labels, "", List.of(), Load.NONE, "", false);
    }

    private static EndpointTestRequest request(
            List<TestCase> cases, LabelledData data, List<String> thresholds, Load load) {
        return new EndpointTestRequest(
                "digits",
                cases,
                data,
                List.of(),
                "",
                Stream.of(thresholds)
                        .flatMap(List::stream)
                        .map((Function<String, Threshold>) Metrics::threshold)
                        .toList(),
                load,
                "",
                false);
    }
}
