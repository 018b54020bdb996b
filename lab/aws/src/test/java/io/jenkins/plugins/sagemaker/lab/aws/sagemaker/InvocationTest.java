package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Shapes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvocationTest {

    private static final Map<String, List<String>> IMAGE = Map.of("content-type", List.of("application/x-image"));

    private final SageMakerLab lab = new SageMakerLab();

    @Test
    void answersWithHeaders() throws Exception {
        lab.deployed("e");
        Reply reply = lab.invoke(
                "e",
                Shapes.png(2, 99),
                Map.of(
                        "content-type", List.of("application/x-image"),
                        "x-amzn-sagemaker-custom-attributes", List.of("trace=7")));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(SageMakerLab.text(reply)).matches("\\[[-0-9.E]+, [-0-9.E]+, [-0-9.E]+]");
        assertThat(reply.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("x-Amzn-Invoked-Production-Variant", "AllTraffic")
                .containsEntry("X-Amzn-SageMaker-Custom-Attributes", "trace=7");
    }

    @Test
    void unknownEndpoint() {
        assertThatThrownBy(() -> lab.invoke("nobody", "text/csv", new byte[0]))
                .hasMessage("Endpoint nobody of account 123456789012 not found.")
                .isInstanceOfSatisfying(AwsError.class, error -> {
                    assertThat(error.code()).isEqualTo("ValidationError");
                    assertThat(error.status()).isEqualTo(400);
                });
    }

    @Test
    void aContainersErrorIsAModelError() {
        lab.deployed("e");
        assertThatThrownBy(() -> lab.invoke("e", "application/x-image", "text".getBytes(UTF_8)))
                .isInstanceOfSatisfying(AwsError.class, error -> {
                    assertThat(error.code()).isEqualTo("ModelError");
                    assertThat(error.status()).isEqualTo(424);
                    assertThat(error.details())
                            .containsEntry("OriginalStatusCode", 400)
                            .containsEntry(
                                    "OriginalMessage",
                                    "Unable to decode the image: it is neither a PNG nor a JPEG picture.");
                    assertThat(error.details().get("LogStreamArn").toString())
                            .startsWith(
                                    "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/sagemaker/Endpoints/e:log-stream:AllTraffic/i-");
                })
                .hasMessageStartingWith("Received client error (400) from primary with message \"Unable to decode")
                .hasMessageEndingWith(" in account 123456789012 for more information.");
        assertThatThrownBy(() -> lab.invoke("e", "text/csv", "1,2".getBytes(UTF_8)))
                .hasMessageContaining("Received client error (415)");
        assertThat(lab.logs.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("/aws/sagemaker/Endpoints/e "))
                        .flatMap(entry -> entry.getValue().stream()))
                .anyMatch(line -> line.startsWith("POST /invocations answers 400"));
    }

    @Test
    void limitsTheBody() {
        lab.deployed("e");
        assertThatThrownBy(() -> lab.invoke("e", "application/x-image", new byte[6_291_457]))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.status()).isEqualTo(413));
        assertThatThrownBy(() -> lab.invoke("e", "application/x-image", new byte[6_291_456]))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.status()).isEqualTo(424));
    }

    @Test
    void splitsTrafficByWeight() throws Exception {
        lab.configured("m", lab.trained("m"));
        ObjectNode config = SageMakerLab.config("two", "m");
        ObjectNode first = (ObjectNode) config.at("/ProductionVariants/0");
        first.put("VariantName", "main").put("InitialVariantWeight", 3);
        config.withArray("ProductionVariants")
                .add(first.deepCopy().put("VariantName", "canary").put("InitialVariantWeight", 1));
        lab.call("CreateEndpointConfig", config);
        lab.call("CreateEndpoint", SageMakerLab.names("e", "two"));
        lab.time.advanceSeconds(600);

        byte[] image = Shapes.png(0, 5);
        int canary = 0;
        for (int i = 0; i < 2000; i++) {
            Map<String, String> headers = lab.invoke("e", image, IMAGE).headers();
            canary += headers.get("x-Amzn-Invoked-Production-Variant").equals("canary") ? 1 : 0;
        }
        assertThat(canary / 2000.0).isCloseTo(0.25, within(0.06));

        Map<String, List<String>> target =
                Map.of("content-type", List.of("image/png"), "x-amzn-sagemaker-target-variant", List.of("canary"));
        assertThat(lab.invoke("e", image, target).headers())
                .containsEntry("x-Amzn-Invoked-Production-Variant", "canary");
        assertThatThrownBy(() -> lab.invoke("e", image, Map.of("x-amzn-sagemaker-target-variant", List.of("other"))))
                .hasMessage("Variant other of endpoint e not found.");
    }

    @Test
    void otherKindsOfEndpointsSaySo() {
        lab.configured("m", lab.trained("m"));
        ObjectNode config = SageMakerLab.config("async", "m");
        config.set(
                "AsyncInferenceConfig",
                SageMakerLab.json("{\"OutputConfig\": {\"S3OutputPath\": \"s3://lab/async\"}}"));
        lab.call("CreateEndpointConfig", config);
        lab.call("CreateEndpoint", SageMakerLab.names("async", "async"));
        lab.time.advanceSeconds(600);
        assertThatThrownBy(() -> lab.invoke("async", "image/png", Shapes.png(0, 1)))
                .hasMessageContaining("asynchronous endpoint");
        assertThatThrownBy(() ->
                        lab.invoke("async", new byte[0], Map.of("x-amzn-sagemaker-target-model", List.of("m.tar.gz"))))
                .hasMessageContaining("not a multi-model endpoint");
    }
}
