package io.jenkins.plugins.sagemaker.lab.aws.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.ManualTimeline;
import io.jenkins.plugins.sagemaker.lab.aws.Service;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnsTest {

    private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:approvals";

    private final Sns sns = new Sns(new ManualTimeline(Instant.parse("2026-03-01T12:00:00Z")));
    private final Service service = sns.service();

    private String call(String operation, String... parameters) throws AwsError {
        Map<String, List<String>> form = new LinkedHashMap<>();
        for (int index = 0; index < parameters.length; index += 2) {
            form.put(parameters[index], List.of(parameters[index + 1]));
        }
        byte[] body = service.handle(new Call(
                        "sns", operation, "123456789012", "us-east-1", "POST", "/", form, Map.of(), new byte[0]))
                .body();
        return new String(body, StandardCharsets.UTF_8);
    }

    @Test
    void keepsWhatIsPublished() throws AwsError {
        assertThat(call("CreateTopic", "Name", "approvals")).contains(TOPIC);

        call("Publish", "TopicArn", TOPIC, "Subject", "s", "Message", "deploy?");

        assertThat(sns.region("123456789012", "us-east-1").published(TOPIC))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.subject()).isEqualTo("s");
                    assertThat(message.body()).isEqualTo("deploy?");
                    assertThat(message.time()).isEqualTo("2026-03-01T12:00:00Z");
                });
    }

    @Test
    void creatingATopicAgainFindsIt() throws AwsError {
        call(
                "CreateTopic",
                "Name",
                "approvals",
                "Attributes.entry.1.key",
                "DisplayName",
                "Attributes.entry.1.value",
                "A");
        call("CreateTopic", "Name", "approvals");

        assertThat(call("ListTopics").split("<TopicArn>", -1)).hasSize(2);
        assertThat(call("GetTopicAttributes", "TopicArn", TOPIC)).contains("<key>DisplayName</key><value>A</value>");
    }

    @Test
    void mailSubscriptionsStayPending() throws AwsError {
        call("CreateTopic", "Name", "approvals");

        assertThat(call("Subscribe", "TopicArn", TOPIC, "Protocol", "email", "Endpoint", "a@example.org"))
                .contains("pending confirmation");
        assertThat(call("Subscribe", "TopicArn", TOPIC, "Protocol", "sqs", "Endpoint", "arn:aws:sqs:x"))
                .contains("<SubscriptionArn>" + TOPIC + ":");
        assertThat(call("GetTopicAttributes", "TopicArn", TOPIC))
                .contains(
                        "<key>SubscriptionsPending</key><value>1</value>",
                        "<key>SubscriptionsConfirmed</key><value>1</value>");
    }

    @Test
    void refusesAnUnknownTopic() {
        assertThatThrownBy(() -> call("Publish", "TopicArn", TOPIC, "Message", "m"))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("NotFound"));
    }
}
