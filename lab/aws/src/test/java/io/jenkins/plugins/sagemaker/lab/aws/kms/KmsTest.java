package io.jenkins.plugins.sagemaker.lab.aws.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.ManualTimeline;
import io.jenkins.plugins.sagemaker.lab.aws.Service;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KmsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Service kms = new Kms(new ManualTimeline(Instant.parse("2026-03-01T12:00:00Z"))).service();

    private JsonNode call(String operation, String body) throws AwsError {
        try {
            byte[] answer = kms.handle(Call.json("kms", operation, "123456789012", "us-east-1", body))
                    .body();
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void findsAKeyByItsIdItsArnAndItsAlias() throws AwsError {
        JsonNode key = call("CreateKey", "{\"Description\":\"d\"}").get("KeyMetadata");
        String id = key.get("KeyId").asText();
        call("CreateAlias", "{\"AliasName\":\"alias/a\",\"TargetKeyId\":\"" + id + "\"}");

        for (String name :
                new String[] {id, key.get("Arn").asText(), "alias/a", "arn:aws:kms:us-east-1:123456789012:alias/a"}) {
            assertThat(call("DescribeKey", "{\"KeyId\":\"" + name + "\"}")
                            .at("/KeyMetadata/Description")
                            .asText())
                    .isEqualTo("d");
        }
        assertThat(call("ListAliases", "{}").at("/Aliases/0/TargetKeyId").asText())
                .isEqualTo(id);
        assertThat(key.get("CreationDate").asDouble()).isEqualTo(1772366400.0);
    }

    @Test
    void rotatesAndSchedulesDeletion() throws AwsError {
        String id = call("CreateKey", "{}").at("/KeyMetadata/KeyId").asText();
        String key = "{\"KeyId\":\"" + id + "\"}";

        call("EnableKeyRotation", key);
        assertThat(call("GetKeyRotationStatus", key).get("KeyRotationEnabled").asBoolean())
                .isTrue();
        call("ScheduleKeyDeletion", "{\"KeyId\":\"" + id + "\",\"PendingWindowInDays\":7}");

        assertThat(call("DescribeKey", key).at("/KeyMetadata/KeyState").asText())
                .isEqualTo("PendingDeletion");
        assertThatThrownBy(() -> call("EnableKeyRotation", key))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("KMSInvalidStateException"));
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThatThrownBy(() -> call("DescribeKey", "{\"KeyId\":\"nothing\"}"))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("NotFoundException"));
        assertThatThrownBy(() -> call("Encrypt", "{}"))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("UnknownOperationException"));
    }
}
