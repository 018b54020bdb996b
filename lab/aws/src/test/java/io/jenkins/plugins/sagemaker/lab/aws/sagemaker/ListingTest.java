package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
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
