package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricThresholdTest {

    @ParameterizedTest
    @CsvSource({
        "validation:accuracy >= 0.9, 0.9, true",
        "validation:accuracy>=0.9, 0.89999, false",
        "validation:accuracy > 0.9, 0.9, false",
        "validation:accuracy > .9, 0.91, true",
        "validation:accuracy <= 1e-3, 0.001, true",
        "validation:accuracy < -2, -2.5, true",
        "validation:accuracy < -2, -2, false",
        "validation:accuracy == 1, 1.0, true",
        "validation:accuracy == 1, 0.999, false",
        "validation:accuracy >= 0.9, NaN, false",
        "validation:accuracy < 0.9, NaN, false",
        "validation:accuracy == 0.9, NaN, false"
    })
    void aMetricMeetsItOrNot(String threshold, double value, boolean met) {
        assertThat(MetricThreshold.parse(threshold).missedBy(Map.of("validation:accuracy", value)))
                .isEqualTo(
                        met
                                ? Optional.empty()
                                : Optional.of("validation:accuracy is " + value + ", not "
                                        + MetricThreshold.parse(threshold)
                                                .toString()
                                                .substring(20)));
    }

    @Test
    void aMissingMetricMissesItAndTheOthersAreNamed() {
        var threshold = MetricThreshold.parse("f1 >= 1");

        assertThat(threshold.missedBy(Map.of())).contains("the metric f1 is missing; the job has reported none");
        assertThat(threshold.missedBy(Map.of("loss", 1.0))).contains("the metric f1 is missing; there are loss");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "accuracy",
                "accuracy => 0.9",
                "accuracy=>0.9",
                "accuracy = 0.9",
                ">= 0.9",
                "a >= b",
                "a >=",
                "a > 1e999"
            })
    void anotherFormIsRefusedWithTheRightOne(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricThreshold.parse(text))
                .withMessage("A threshold in metricThresholds has the form 'validation:accuracy >= 0.9' "
                        + "(with >=, >, <=, < or ==), not: " + text);
    }
}
