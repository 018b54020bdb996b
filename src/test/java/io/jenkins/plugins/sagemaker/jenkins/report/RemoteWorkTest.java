package io.jenkins.plugins.sagemaker.jenkins.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemoteWorkTest {

    private static RemoteWork work(String url, String message) {
        return new RemoteWork("7", "training job digits-1", url, Outcome.FAILED, message);
    }

    @Test
    void whatAResultSaysIsShownInWords() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("billableInstanceSeconds", 140);
        result.put("metrics", Map.of("validation:accuracy", 0.97));
        result.put("consoleUrl", "https://console");
        result.put("trainingJobArn", "arn:aws:sagemaker:eu-central-1:1:training-job/digits-1");
        result.put("statusHistory", List.of("Starting"));
        result.put("modelDataUrl", "s3://bucket/model.tar.gz");
        result.put("spotSavingPercent", null);

        assertThat(work(null, "").with(result).getDetails())
                .containsExactly(
                        Map.entry("billable instance seconds", "140"),
                        Map.entry("validation:accuracy", "0.97"),
                        Map.entry("model data url", "s3://bucket/model.tar.gz"));
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
