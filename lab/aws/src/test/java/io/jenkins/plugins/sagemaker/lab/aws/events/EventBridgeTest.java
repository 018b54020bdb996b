package io.jenkins.plugins.sagemaker.lab.aws.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.Clients;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;
import software.amazon.awssdk.services.eventbridge.model.InvalidEventPatternException;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.ResourceNotFoundException;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.Tag;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class EventBridgeTest {

    private static final String QUEUE = "arn:aws:sqs:eu-central-1:123456789012:changes";
    private static final String PATTERN =
            "{\"source\": [\"aws.sagemaker\"], \"detail-type\": [\"SageMaker Training Job State Change\"]}";

    private final LocalAws aws = LocalAws.builder().speed(500).start();
    private final Clients clients = Clients.of(aws);
    private final SqsClient sqs = clients.sqs();
    private final EventBridgeClient events = clients.events();
    private String queueUrl;

    @BeforeEach
    void createQueue() {
        queueUrl = sqs.createQueue(q -> q.queueName("changes").attributes(Map.of(QueueAttributeName.POLICY, """
                                {"Statement": [{"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"},
                                 "Action": "sqs:SendMessage", "Resource": "*"}]}
                                """)))
                .queueUrl();
    }

    @AfterEach
    void close() {
        clients.close();
        aws.close();
    }

    private void rule(String name, String pattern) {
        events.putRule(r -> r.name(name).eventPattern(pattern));
        events.putTargets(t ->
                t.rule(name).targets(Target.builder().id("queue").arn(QUEUE).build()));
    }

    /** What comes within so many seconds of AWS's after the last. */
    private List<JsonNode> received() {
        List<JsonNode> all = new ArrayList<>();
        while (true) {
            List<Message> some = sqs.receiveMessage(
                            r -> r.queueUrl(queueUrl).maxNumberOfMessages(10).waitTimeSeconds(20))
                    .messages();
            if (some.isEmpty()) {
                return all;
            }
            for (Message message : some) {
                sqs.deleteMessage(m -> m.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
                all.add(json(message.body()));
            }
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CreateTrainingJobRequest training(String name) {
        return CreateTrainingJobRequest.builder()
                .trainingJobName(name)
                .roleArn("arn:aws:iam::123456789012:role/Training")
                .algorithmSpecification(a -> a.trainingImage("nowhere").trainingInputMode("File"))
                .hyperParameters(Map.of("epochs", "3"))
                .outputDataConfig(o -> o.s3OutputPath("s3://lab/models"))
                .resourceConfig(
                        r -> r.instanceType("ml.m5.large").instanceCount(1).volumeSizeInGB(10))
                .stoppingCondition(s -> s.maxRuntimeInSeconds(3600))
                .tags(Tag.builder().key("team").value("vision").build())
                .build();
    }

    @Test
    void bringsEachChangeOfATrainingJobToAQueue() {
        rule("jobs", PATTERN);
        rule("failures", "{\"detail\": {\"TrainingJobStatus\": [\"Failed\"]}}");
        try (SageMakerClient sageMaker = clients.sageMaker()) {
            sageMaker.createTrainingJob(training("broken"));
            List<JsonNode> all = new ArrayList<>(received());
            while (all.stream()
                    .noneMatch(event ->
                            event.at("/detail/TrainingJobStatus").asText().equals("Failed"))) {
                all.addAll(received());
            }

            assertThat(all)
                    .extracting(event -> event.at("/detail/SecondaryStatus").asText())
                    .as("the last one through both rules")
                    .containsExactly("Starting", "Downloading", "Failed", "Failed");
            JsonNode last = all.get(2);
            assertThat(last.get("source").asText()).isEqualTo("aws.sagemaker");
            assertThat(last.get("detail-type").asText()).isEqualTo("SageMaker Training Job State Change");
            assertThat(last.get("account").asText()).isEqualTo("123456789012");
            assertThat(last.get("region").asText()).isEqualTo("eu-central-1");
            assertThat(last.at("/resources/0").asText())
                    .isEqualTo("arn:aws:sagemaker:eu-central-1:123456789012:training-job/broken");
            JsonNode detail = last.get("detail");
            assertThat(detail.get("TrainingJobName").asText()).isEqualTo("broken");
            assertThat(detail.at("/HyperParameters/epochs").asText()).isEqualTo("3");
            assertThat(detail.at("/Tags/team").asText()).isEqualTo("vision");
            assertThat(detail.get("FailureReason").asText()).startsWith("ClientError");
            assertThat(detail.get("LastModifiedTime").asLong())
                    .isEqualTo(sageMaker
                            .describeTrainingJob(d -> d.trainingJobName("broken"))
                            .lastModifiedTime()
                            .toEpochMilli());
        }
    }

    @Test
    void rulesCanBeChangedDisabledAndDeleted() {
        rule("jobs", PATTERN);
        assertThat(events.describeRule(r -> r.name("jobs")).state()).isEqualTo(RuleState.ENABLED);
        events.disableRule(r -> r.name("jobs"));
        assertThat(events.listRules(r -> r.namePrefix("jo")).rules())
                .singleElement()
                .satisfies(rule -> {
                    assertThat(rule.state()).isEqualTo(RuleState.DISABLED);
                    assertThat(rule.arn()).isEqualTo("arn:aws:events:eu-central-1:123456789012:rule/jobs");
                    assertThat(rule.eventPattern()).isEqualTo(PATTERN);
                });
        assertThat(events.listTargetsByRule(t -> t.rule("jobs")).targets())
                .extracting(Target::arn)
                .containsExactly(QUEUE);

        assertThatThrownBy(() -> events.deleteRule(r -> r.name("jobs")))
                .isInstanceOf(EventBridgeException.class)
                .hasMessageContaining("since it has targets");
        events.removeTargets(t -> t.rule("jobs").ids("queue"));
        events.deleteRule(r -> r.name("jobs"));
        assertThatThrownBy(() -> events.describeRule(r -> r.name("jobs")))
                .isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> events.putRule(r -> r.name("bad").eventPattern("{\"source\": \"x\"}")))
                .isInstanceOf(InvalidEventPatternException.class);
    }

    @Test
    void ownEventsGoTheSameWay() {
        rule("mine", "{\"source\": [{\"prefix\": \"com.example\"}]}");
        PutEventsResponse answer = events.putEvents(e -> e.entries(
                PutEventsRequestEntry.builder()
                        .source("com.example.app")
                        .detailType("done")
                        .detail("{\"n\": 1}")
                        .build(),
                PutEventsRequestEntry.builder()
                        .source("aws.sagemaker")
                        .detailType("forged")
                        .detail("{}")
                        .build()));

        assertThat(answer.failedEntryCount()).isEqualTo(1);
        assertThat(answer.entries().get(1).errorCode()).isEqualTo("NotAuthorizedForSourceException");
        assertThat(received())
                .singleElement()
                .satisfies(event -> assertThat(event.at("/detail/n").asInt()).isEqualTo(1));
    }
}
