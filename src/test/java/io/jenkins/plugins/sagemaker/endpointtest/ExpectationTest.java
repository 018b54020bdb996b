package io.jenkins.plugins.sagemaker.endpointtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.endpointtest.Answer.Given;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {

    private static final String ANSWER = "{\"score\": 0.83, \"label\": \"seven\", \"tags\": [\"a\", \"b\"]}";
    private final AnswerReader reader = new AnswerReader(List.of(), "");

    @ParameterizedTest
    @CsvSource({
        "$.score, >=, 0.8, 0, true",
        "$.score, ==, 0.8, 0.05, true",
        "$.score, ==, 0.8, 0.01, false",
        "$.score, <, 0.83, 0, false",
        "$.score, !=, 0.8, 0, true",
        "$.label, ==, seven, 0, true",
        "$.label, ==, 7, 0, false",
        "$.label, contains, eve, 0, true",
        "$.tags, contains, b, 0, true",
        "$.tags, contains, c, 0, false",
        "$.tags[1], exists, '', 0, true",
        "$.tags[2], exists, '', 0, false",
        "$.nothing, ==, 1, 0, false"
    })
    void aPathsValueIsCompared(String path, String op, String value, double tolerance, boolean good) {
        var complaint = new Expectation.JsonPath(path, op, value, tolerance).complaint(answer(ANSWER), reader);

        assertThat(complaint.isEmpty()).isEqualTo(good);
    }

    @Test
    void aComplaintNamesThePathTheWishAndTheValue() {
        assertThat(new Expectation.JsonPath("$.score", ">", "0.9", 0).complaint(answer(ANSWER), reader))
                .contains("expected $.score > 0.9, but it is 0.83");
        assertThat(new Expectation.JsonPath("$.x", ">", "0.9", 0).complaint(answer("[1]"), reader))
                .contains("expected $.x > 0.9, but the answer has nothing at $.x: [1]");
        assertThat(new Expectation.JsonPath("$.x", ">", "0.9", 0).complaint(answer("oops"), reader))
                .contains("expected $.x > 0.9, but the answer is not JSON: oops");
    }

    @Test
    void jsonIsEqualInWhateverOrderOfFieldsAndWithinTheTolerance() {
        var wanted = new Expectation.EqualsJson("{\"b\": [1.0, 2.0], \"a\": 1}", 0.1);

        assertThat(wanted.complaint(answer("{\"a\": 1.1, \"b\": [0.95, 2]}"), reader))
                .isEmpty();
        assertThat(wanted.complaint(answer("{\"a\": 1, \"b\": [1, 2.2]}"), reader))
                .contains("expected 2.0 at $.b[1], but it is 2.2 (tolerance 0.1)");
        assertThat(wanted.complaint(answer("{\"a\": 1, \"b\": [1, 2, 3]}"), reader))
                .contains("expected 2 elements at $.b, but there are 3");
        assertThat(wanted.complaint(answer("{\"b\": [1, 2]}"), reader))
                .contains("expected 1 at $.a, but it is nothing");
        assertThat(wanted.complaint(answer("{\"a\": 1, \"b\": [1, 2], \"c\": 0}"), reader))
                .contains("expected nothing at $.c, but it is 0");
        assertThat(wanted.complaint(answer("no"), reader)).contains("expected JSON, but the answer was no");
    }

    @Test
    void aNumberMustLieBetweenItsBounds() {
        var range = new Expectation.NumericRange(0.5, 1);

        assertThat(range.complaint(answer("0.5"), reader)).isEmpty();
        assertThat(range.complaint(answer("1.01"), reader))
                .contains("expected a number from 0.5 to 1, but it was 1.01");
        assertThat(range.complaint(answer("cat"), reader))
                .contains("expected a number from 0.5 to 1, but the answer is none: cat");
    }

    @Test
    void timeAndStatusAreExpectedToo() {
        assertThat(new Expectation.MaxLatency(20).complaint(new Given(200, "", "", 20_000, ""), reader))
                .isEmpty();
        assertThat(new Expectation.MaxLatency(20).complaint(new Given(200, "", "", 25_432, ""), reader))
                .contains("expected an answer within 20 ms, but it took 25.43 ms");
        assertThat(new Expectation.Status(400).complaint(answer("fine"), reader))
                .contains("expected status 400, but the model answered with status 200: fine");
    }

    @Test
    void aLongAnswerIsQuotedInPart() {
        String complaint = new Expectation.Contains("needle")
                .complaint(answer("hay ".repeat(1000)), reader)
                .orElseThrow();

        assertThat(complaint).hasSizeLessThan(300).endsWith("…");
    }

    private static Given answer(String body) {
        return new Given(200, body, "", 1000, "");
    }
}
