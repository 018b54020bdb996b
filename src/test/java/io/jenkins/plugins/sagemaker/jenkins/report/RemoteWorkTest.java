package io.jenkins.plugins.sagemaker.jenkins.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteWorkTest {

    private static RemoteWork work(String url, String message) {
        return new RemoteWork("7", "training job digits-1", url, Outcome.FAILED, message);
    }

    @Test
    void whatAResultSaysIsShownInWords() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("trainingJobName", "digits-1");
        result.put("billableInstanceSeconds", 140);
        result.put("metrics", new TreeMap<>(Map.of("validation:accuracy", 0.98333333333, "train:loss", 0.0000123456)));
        result.put("consoleUrl", "https://console");
        result.put("trainingJobArn", "arn:aws:sagemaker:eu-central-1:1:training-job/digits-1");
        result.put("statusHistory", List.of("Starting"));
        result.put("modelDataUrl", "s3://bucket/model.tar.gz");
        result.put("spotSavingPercent", null);
        result.put("previousEndpointConfigName", "");
        result.put("outputs", Map.of());
        result.put("secondaryStatus", "Completed");
        result.put("tunedHyperParameters", Map.of("epochs", "3"));
        result.put("changed", true);

        assertThat(work(null, "").with(result).getDetails())
                .containsExactly(
                        Map.entry("Billable instance seconds", "140"),
                        Map.entry("Metrics", "train:loss 0.00001235, validation:accuracy 0.9833"),
                        Map.entry("Model", "s3://bucket/model.tar.gz"),
                        Map.entry("Tuned hyperparameters", "epochs 3"),
                        Map.entry("Changed", "true"));
    }

    @ParameterizedTest
    @CsvSource({"0.0, 0", "1.0, 1", "251.738, 251.7", "123456.789, 123457", "-0.5, -0.5", "1.5E-12, 1.5E-12", "NaN, NaN"
    })
    void numbersHaveAFewDigits(double number, String shown) {
        assertThat(work(null, "").with(Map.of("mean", number)).getDetails()).containsExactly(Map.entry("Mean", shown));
    }

    @Test
    void aNameBeginsALine() {
        assertThat(work(null, "").getTitle()).isEqualTo("Training job digits-1");
    }

    @Test
    void itStaysSmallWhateverTheResultIs() {
        Map<String, Object> result = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            result.put("member" + i, "x".repeat(10_000));
        }
        RemoteWork work = work(null, "y".repeat(10_000)).with(result);

        assertThat(work.getDetails())
                .hasSize(16)
                .allSatisfy((k, v) -> assertThat(v).hasSize(303));
        assertThat(work.getMessage()).hasSize(303);
    }

    @Test
    void onlyLinksToTheWebAreShown() {
        assertThat(work("https://eu-central-1.console.aws.amazon.com/#/jobs/a", "")
                        .getUrl())
                .isEqualTo("https://eu-central-1.console.aws.amazon.com/#/jobs/a");
        assertThat(work("javascript:alert(1)", "").getUrl()).isNull();
        assertThat(work("https://x/'onclick='y", "").getUrl()).isNull();
        assertThat(work(null, "").getUrl()).isNull();
    }
}
