package io.jenkins.plugins.sagemaker.endpointtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0.1, 0.7, 0.2]                                  | 1",
                "[[0.1, 0.7, 0.2]]                                | 1",
                "0.1,0.7,0.2                                      | 1",
                "2.0                                              | 2",
                "cat                                              | cat",
                "\"cat\"                                          | cat",
                "{\"predictions\":[{\"score\":0.9,\"predicted_label\":1}]} | 1",
                "{\"predictions\":[{\"score\":0.1,\"predicted_label\":0}]} | 0",
                "{\"predictions\":[{\"score\":[0.1,0.2,0.7],\"predicted_label\":2}]} | 2",
                "{\"label\":\"dog\",\"probability\":0.8}          | dog",
                "{\"probabilities\":[0.9,0.1]}                    | 0",
                "0.93                                             | 1",
                "0.07                                             | 0"
            })
    void theUsualFormsOfAnswersAreUnderstood(String body, String label) {
        assertThat(new AnswerReader(List.of(), "").read(body).label()).isEqualTo(label);
    }

    @Test
    void classesBearTheNamesThatAreGiven() {
        var reader = new AnswerReader(List.of("cat", "dog", "eel"), "");

        assertThat(reader.read("[0.1, 0.7, 0.2]")).hasToString("dog (0.7), then eel (0.2), then cat (0.1)");
        assertThat(reader.read("2").label()).isEqualTo("eel");
        assertThat(reader.read("[0.1, 0.7, 0.2]").isAmong(2, "eel")).isTrue();
        assertThat(reader.read("[0.1, 0.7, 0.2]").isAmong(2, "cat")).isFalse();
    }

    @Test
    void aScoreOfTheSecondOfTwoClassesGivesBothTheirProbability() {
        var prediction = new AnswerReader(List.of("no", "yes"), "")
                .read("{\"predictions\":[{\"score\":0.2,\"predicted_label\":0.0}]}");

        assertThat(prediction.label()).isEqualTo("no");
        assertThat(prediction.probability("yes")).isEqualTo(0.2);
        assertThat(prediction.probability("no")).isEqualTo(0.8);
    }

    @Test
    void aPathLeadsToAPredictionInsideAnAnswer() {
        var reader = new AnswerReader(List.of(), "$.result.scores");

        assertThat(reader.read("{\"result\": {\"scores\": [0.2, 0.8]}}").label())
                .isEqualTo("1");
        assertThatThrownBy(() -> reader.read("{\"other\": 1}")).hasMessage("has nothing at $.result.scores");
    }

    @Test
    void whatIsNoPredictionIsSaid() {
        var reader = new AnswerReader(List.of("a", "b"), "");

        assertThatThrownBy(() -> reader.read("[0.1, 0.2, 0.7]")).hasMessage("holds 3 scores, but 2 labels are given");
        assertThatThrownBy(() -> reader.read("{\"x\": 1}")).hasMessageContaining("answerPath");
        assertThatThrownBy(() -> reader.read("")).hasMessageContaining("no prediction");
    }
}
