package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListingTest {

    private final SageMakerLab lab = new SageMakerLab();

    @BeforeEach
    void createJobs() {
        for (int i = 0; i < 25; i++) {
            lab.call("CreateTrainingJob", SageMakerLab.training((i % 2 == 0 ? "even-" : "odd-") + (char) ('a' + i)));
            lab.time.advanceSeconds(1);
        }
    }

    private List<String> names(String query) {
        List<String> names = new ArrayList<>();
        lab.call("ListTrainingJobs", query)
                .get("TrainingJobSummaries")
                .forEach(job -> names.add(job.get("TrainingJobName").asText()));
        return names;
    }

    @Test
    void givesTenByDefaultOldestFirst() {
        assertThat(names("{}")).hasSize(10).startsWith("even-a", "odd-b");
        assertThat(names("{\"SortOrder\": \"Descending\", \"MaxResults\": 2}")).containsExactly("even-y", "odd-x");
        assertThat(names("{\"SortBy\": \"Name\", \"SortOrder\": \"Descending\", \"MaxResults\": 1}"))
                .containsExactly("odd-x");
    }

    @Test
    void pagesShowEachJobOnceEvenIfOthersAreCreatedMeanwhile() {
        List<String> seen = new ArrayList<>();
        ObjectNode query = SageMakerLab.json("{\"MaxResults\": 7, \"SortBy\": \"Name\"}");
        int pages = 0;
        while (true) {
            JsonNode page = lab.call("ListTrainingJobs", query);
            page.get("TrainingJobSummaries")
                    .forEach(job -> seen.add(job.get("TrainingJobName").asText()));
            lab.call("CreateTrainingJob", SageMakerLab.training("aaa-" + pages++));
            if (!page.has("NextToken")) {
                break;
            }
            query.set("NextToken", page.get("NextToken"));
        }
        assertThat(pages).isEqualTo(4);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void filters() {
        assertThat(names("{\"NameContains\": \"odd\", \"MaxResults\": 100}"))
                .hasSize(12)
                .allMatch(n -> n.startsWith("odd"));
        JsonNode tenth = lab.job("odd-j");
        assertThat(names("{\"MaxResults\": 100, \"CreationTimeAfter\": " + tenth.get("CreationTime") + "}"))
                .hasSize(15)
                .doesNotContain("odd-j");
        assertThat(names("{\"MaxResults\": 100, \"CreationTimeBefore\": " + tenth.get("CreationTime") + "}"))
                .hasSize(9);
        lab.call("StopTrainingJob", "{\"TrainingJobName\": \"odd-b\"}");
        assertThat(names("{\"StatusEquals\": \"Stopping\"}")).containsExactly("odd-b");
    }

    @Test
    void showsWhatChangedSince() {
        lab.time.advanceSeconds(2000);
        String since = Time.json(lab.time.now()).toPlainString();
        lab.time.advanceSeconds(1);
        assertThat(names("{\"LastModifiedTimeAfter\": " + since + "}")).isEmpty();
        lab.call("CreateTrainingJob", SageMakerLab.training("fresh"));
        assertThat(names("{\"LastModifiedTimeAfter\": " + since + "}")).containsExactly("fresh");
        JsonNode summary =
                lab.call("ListTrainingJobs", "{\"NameContains\": \"even-a\"}").at("/TrainingJobSummaries/0");
        assertThat(summary.get("TrainingJobStatus").asText()).isEqualTo("Completed");
        assertThat(summary.has("TrainingEndTime")).isTrue();
    }

    @Test
    void everyChangeOfAJobIsNewsToWhoAsksWhatChangedSince() {
        lab.call("CreateTrainingJob", SageMakerLab.training("watched"));
        Map<String, Double> seen = new LinkedHashMap<>();
        for (int second = 0; second < 600; second++) {
            lab.time.after(Duration.ofSeconds(second), () -> look(seen));
        }
        lab.time.advanceSeconds(600);

        JsonNode job = lab.job("watched");
        assertThat(seen.keySet()).containsExactly("Starting", "Downloading", "Training", "Uploading", "Completed");
        for (JsonNode transition : job.get("SecondaryStatusTransitions")) {
            assertThat(seen.get(transition.get("Status").asText()))
                    .isGreaterThanOrEqualTo(transition.get("StartTime").asDouble());
        }
        assertThat(seen.get("Completed")).isEqualTo(job.get("LastModifiedTime").asDouble());
        assertThat(names("{\"NameContains\": \"watched\", \"LastModifiedTimeBefore\": " + job.get("LastModifiedTime")
                        + "}"))
                .as("the limit itself is outside")
                .isEmpty();
    }

    /** Asks what has changed since the last news. */
    private void look(Map<String, Double> seen) {
        double since =
                seen.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        String query = "{\"NameContains\": \"watched\", \"LastModifiedTimeAfter\": "
                + BigDecimal.valueOf(since).toPlainString() + "}";
        for (JsonNode job : lab.call("ListTrainingJobs", query).get("TrainingJobSummaries")) {
            assertThat(job.get("LastModifiedTime").asDouble()).isGreaterThan(since);
            seen.put(
                    job.get("SecondaryStatus").asText(),
                    job.get("LastModifiedTime").asDouble());
        }
    }

    @Test
    void sortsByStatusAndFindsNoWarmPools() {
        lab.call("StopTrainingJob", "{\"TrainingJobName\": \"odd-d\"}");
        assertThat(names("{\"SortBy\": \"Status\", \"SortOrder\": \"Descending\", \"MaxResults\": 1}"))
                .containsExactly("odd-d");
        assertThat(names("{\"WarmPoolStatusEquals\": \"Available\"}")).isEmpty();
    }

    @Test
    void accountsAndRegionsAreApart() throws Exception {
        assertThat(lab.call("ListModels", "{}").get("Models")).isEmpty();
        for (String token : List.of("%%%", "abcd")) {
            assertThatThrownBy(() -> lab.tryCall("ListTrainingJobs", "{\"NextToken\": \"" + token + "\"}"))
                    .hasMessageContaining("NextToken");
        }
        assertThatThrownBy(() -> lab.tryCall("ListTrainingJobs", "{\"MaxResults\": 101}"))
                .hasMessageContaining(
                        "at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 100");
    }
}
