package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class TagsTest {

    private final SageMakerLab lab = new SageMakerLab();

    private String job() {
        return lab.call("CreateTrainingJob", SageMakerLab.training("Tagged"))
                .get("TrainingJobArn")
                .asText();
    }

    private JsonNode add(String arn, String key, String value) {
        return lab.call(
                "AddTags",
                "{\"ResourceArn\": \"%s\", \"Tags\": [{\"Key\": \"%s\", \"Value\": \"%s\"}]}"
                        .formatted(arn, key, value));
    }

    @Test
    void addsReplacesAndRemoves() {
        String arn = job();
        add(arn, "team", "ml");
        add(arn, "stage", "qa");
        assertThat(add(arn, "team", "vision").get("Tags").toString())
                .isEqualTo("[{\"Key\":\"team\",\"Value\":\"vision\"},{\"Key\":\"stage\",\"Value\":\"qa\"}]");
        lab.call("DeleteTags", "{\"ResourceArn\": \"%s\", \"TagKeys\": [\"team\", \"other\"]}".formatted(arn));
        assertThat(lab.call("ListTags", "{\"ResourceArn\": \"" + arn + "\"}").get("Tags"))
                .hasSize(1)
                .first()
                .satisfies(tag -> assertThat(tag.get("Key").asText()).isEqualTo("stage"));
    }

    @Test
    void arnsAreInLowerCaseButFoundInAny() {
        String arn = job();
        assertThat(arn).endsWith(":training-job/tagged");
        add(arn.replace("tagged", "Tagged"), "a", "b");
        assertThat(lab.call("ListTags", "{\"ResourceArn\": \"" + arn + "\"}").get("Tags"))
                .hasSize(1);
        assertThat(lab.job("Tagged").get("TrainingJobName").asText()).isEqualTo("Tagged");
    }

    @Test
    void refusesWhatAwsRefuses() {
        String arn = job();
        for (int i = 0; i < 50; i++) {
            add(arn, "k" + i, "v");
        }
        assertThatThrownBy(() -> lab.tryCall(
                        "AddTags",
                        "{\"ResourceArn\": \"%s\", \"Tags\": [{\"Key\": \"more\", \"Value\": \"\"}]}".formatted(arn)))
                .hasMessage("A resource has at most 50 tags, but would have 51.");
        assertThatThrownBy(() -> lab.tryCall(
                        "AddTags",
                        "{\"ResourceArn\": \"%s\", \"Tags\": [{\"Key\": \"aws:x\", \"Value\": \"\"}]}".formatted(arn)))
                .hasMessageContaining("aws: prefixed tag key names are not allowed");
        assertThatThrownBy(() -> lab.tryCall("ListTags", "{\"ResourceArn\": \"" + arn + "-no\"}"))
                .hasMessageContaining("Could not find resource");
    }
}
