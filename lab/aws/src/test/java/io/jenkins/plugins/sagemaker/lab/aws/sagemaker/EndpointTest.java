package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.FaultSource;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Shapes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    private final SageMakerLab lab = new SageMakerLab();

    private static String status(JsonNode endpoint) {
        return endpoint.get("EndpointStatus").asText();
    }

    private Reply invoke(String endpoint) throws Exception {
        return lab.invoke(endpoint, "application/x-image", Shapes.png(1, 4711));
    }

    @Test
    void isCreatedInMinutesAndThenAnswers() throws Exception {
        lab.configured("digits", lab.trained("digits"));
        assertThat(lab.call("CreateEndpoint", SageMakerLab.names("digits", "digits"))
                        .get("EndpointArn")
                        .asText())
                .isEqualTo("arn:aws:sagemaker:eu-west-1:123456789012:endpoint/digits");
        lab.time.advanceSeconds(150);
        JsonNode creating = lab.endpoint("digits");
        assertThat(status(creating)).isEqualTo("Creating");
        assertThat(creating.has("ProductionVariants")).isFalse();
        assertThatThrownBy(() -> invoke("digits")).hasMessage("Endpoint digits of account 123456789012 not found.");

        lab.time.advanceSeconds(150);
        JsonNode endpoint = lab.endpoint("digits");
        assertThat(status(endpoint)).isEqualTo("InService");
        assertThat(endpoint.get("EndpointConfigName").asText()).isEqualTo("digits");
        JsonNode variant = endpoint.at("/ProductionVariants/0");
        assertThat(variant.get("VariantName").asText()).isEqualTo("AllTraffic");
        assertThat(variant.get("CurrentInstanceCount").asInt()).isEqualTo(1);
        assertThat(variant.get("CurrentWeight").asDouble()).isEqualTo(1.0);
        assertThat(variant.at("/DeployedImages/0/SpecifiedImage").asText()).isEqualTo(SageMakerLab.IMAGE);
        assertThat(variant.at("/DeployedImages/0/ResolvedImage").asText())
                .matches("685385470294.dkr.ecr.eu-west-1.amazonaws.com/image-classification@sha256:[0-9a-f]{64}");
        assertThat(invoke("digits").status()).isEqualTo(200);
        assertThat(lab.logs.keySet())
                .anyMatch(stream -> stream.matches("/aws/sagemaker/Endpoints/digits AllTraffic/i-[0-9a-f]{17}"));
    }

    @Test
    void modelDataMustExist() {
        assertThatThrownBy(() -> lab.configured("x", "s3://lab/no/model.tar.gz"))
                .hasMessageContaining("ValidationException: Could not find model data at s3://lab/no/model.tar.gz");
    }

    @Test
    void failsIfTheModelDataVanish() {
        lab.objects.put("lab", "tmp/model.tar.gz", new byte[] {1}, Map.of());
        lab.configured("x", "s3://lab/tmp/model.tar.gz");
        lab.call("CreateEndpoint", SageMakerLab.names("x", "x"));
        lab.time.advanceSeconds(600);
        assertThat(status(lab.endpoint("x"))).isEqualTo("Failed");
        assertThat(lab.endpoint("x").get("FailureReason").asText())
                .startsWith(
                        "Failed to download model data for container \"container_1\" from URL: \"s3://lab/tmp/model.tar.gz\".");
    }

    @Test
    void failsIfTheContainerDoesNotComeUp() throws Exception {
        lab.objects.put("lab", "tmp/model.tar.gz", ModelArchive.pack(Map.of("other", new byte[] {1})), Map.of());
        lab.configured("x", "s3://lab/tmp/model.tar.gz");
        lab.call("CreateEndpoint", SageMakerLab.names("x", "x"));
        lab.time.advanceSeconds(600);
        assertThat(lab.endpoint("x").get("FailureReason").asText())
                .isEqualTo("The primary container for production variant AllTraffic did not pass the ping health check."
                        + " Please check CloudWatch logs for this endpoint.");
        assertThat(lab.logs.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("/aws/sagemaker/Endpoints/x "))
                        .flatMap(entry -> entry.getValue().stream()))
                .anyMatch(line -> line.contains("no file model.json, only [other]"));
        assertThatThrownBy(() -> lab.tryCall("UpdateEndpoint", SageMakerLab.names("x", "x")))
                .hasMessage("Cannot update failed endpoint \"arn:aws:sagemaker:eu-west-1:123456789012:endpoint/x\".");
        lab.call("DeleteEndpoint", "{\"EndpointName\": \"x\"}");
        lab.time.advanceSeconds(60);
        assertThatThrownBy(() -> lab.endpoint("x")).hasMessageContaining("Could not find endpoint \"arn:aws:sagemaker");
    }

    @Test
    void anUpdateServesTheOldModelUntilTheNewOneIsUp() throws Exception {
        lab.deployed("v1");
        byte[] before = invoke("v1").body();
        ObjectNode other = SageMakerLab.training("v2");
        ((ObjectNode) other.get("HyperParameters")).put("epochs", "1");
        lab.call("CreateTrainingJob", other);
        lab.time.advanceSeconds(600);
        lab.configured("v2", "s3://lab/models/v2/output/model.tar.gz");

        lab.call("UpdateEndpoint", SageMakerLab.names("v1", "v2"));
        lab.time.advanceSeconds(60);
        JsonNode updating = lab.endpoint("v1");
        assertThat(status(updating)).isEqualTo("Updating");
        assertThat(updating.get("EndpointConfigName").asText()).isEqualTo("v1");
        assertThat(updating.at("/PendingDeploymentSummary/EndpointConfigName").asText())
                .isEqualTo("v2");
        assertThat(invoke("v1").body()).isEqualTo(before);
        assertThatThrownBy(() -> lab.tryCall("UpdateEndpoint", SageMakerLab.names("v1", "v1")))
                .hasMessageContaining("Cannot update in-progress endpoint");
        assertThatThrownBy(() -> lab.tryCall("DeleteEndpoint", "{\"EndpointName\": \"v1\"}"))
                .hasMessageContaining("Cannot update in-progress endpoint");

        lab.time.advanceSeconds(600);
        assertThat(status(lab.endpoint("v1"))).isEqualTo("InService");
        assertThat(lab.endpoint("v1").get("EndpointConfigName").asText()).isEqualTo("v2");
        assertThat(lab.endpoint("v1").has("PendingDeploymentSummary")).isFalse();
        assertThat(invoke("v1").body()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFailedUpdateRollsBack(boolean silent) throws Exception {
        var other = new SageMakerLab(silent);
        other.deployed("v1");
        other.objects.put("lab", "bad/model.tar.gz", new byte[] {1}, Map.of());
        other.configured("v2", "s3://lab/bad/model.tar.gz");
        other.call("UpdateEndpoint", SageMakerLab.names("v1", "v2"));
        other.time.advanceSeconds(200);
        assertThat(status(other.endpoint("v1"))).isEqualTo("RollingBack");

        other.time.advanceSeconds(600);
        JsonNode endpoint = other.endpoint("v1");
        assertThat(status(endpoint)).isEqualTo("InService");
        assertThat(endpoint.get("EndpointConfigName").asText()).isEqualTo("v1");
        assertThat(endpoint.has("FailureReason")).isEqualTo(!silent);
        assertThat(other.invoke("v1", "image/png", Shapes.png(0, 1)).status()).isEqualTo(200);
    }

    @Test
    void anAlarmRollsTheUpdateBack() {
        lab.deployed("v1");
        lab.call("CreateEndpointConfig", SageMakerLab.config("v2", "v1"));
        lab.faults = (kind, subject) -> kind.equals(FaultSource.ALARM) && subject.equals("errors");
        ObjectNode update = SageMakerLab.names("v1", "v2");
        update.set("DeploymentConfig", SageMakerLab.json("""
                {"BlueGreenUpdatePolicy": {"TrafficRoutingConfiguration": {"Type": "ALL_AT_ONCE", "WaitIntervalInSeconds": 60}},
                 "AutoRollbackConfiguration": {"Alarms": [{"AlarmName": "latency"}, {"AlarmName": "errors"}]}}
                """));
        lab.call("UpdateEndpoint", update);
        lab.time.advanceSeconds(900);
        assertThat(lab.endpoint("v1").get("EndpointConfigName").asText()).isEqualTo("v1");
        assertThat(lab.endpoint("v1").get("LastDeploymentConfig")).isEqualTo(update.get("DeploymentConfig"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"Type\": \"ALL_AT_ONCE\", \"WaitIntervalInSeconds\": 0}', 0",
        "'{\"Type\": \"CANARY\", \"WaitIntervalInSeconds\": 600, \"CanarySize\": {\"Type\": \"CAPACITY_PERCENT\", \"Value\": 30}}', 1200",
        "'{\"Type\": \"LINEAR\", \"WaitIntervalInSeconds\": 300, \"LinearStepSize\": {\"Type\": \"CAPACITY_PERCENT\", \"Value\": 33}}', 1200",
        "'{\"Type\": \"LINEAR\", \"WaitIntervalInSeconds\": 300, \"LinearStepSize\": {\"Type\": \"INSTANCE_COUNT\", \"Value\": 1}}', 1200"
    })
    void trafficMovesAsSlowlyAsTheGuardrailsSay(String routing, long seconds) {
        lab.deployed("v1");
        ObjectNode four = SageMakerLab.config("v2", "v1");
        ((ObjectNode) four.at("/ProductionVariants/0")).put("InitialInstanceCount", 4);
        lab.call("CreateEndpointConfig", four);
        ObjectNode update = SageMakerLab.names("v1", "v2");
        update.putObject("DeploymentConfig")
                .putObject("BlueGreenUpdatePolicy")
                .put("TerminationWaitInSeconds", 100)
                .set("TrafficRoutingConfiguration", SageMakerLab.json(routing));
        lab.call("UpdateEndpoint", update);
        lab.time.advanceSeconds(100 + seconds);
        assertThat(status(lab.endpoint("v1"))).isEqualTo("Updating");
        lab.time.advanceSeconds(200);
        assertThat(lab.endpoint("v1").get("EndpointConfigName").asText()).isEqualTo("v2");
    }

    @Test
    void scalesAndKeepsWhatIsRetained() {
        lab.deployed("v1");
        lab.call("UpdateEndpointWeightsAndCapacities", """
                {"EndpointName": "v1", "DesiredWeightsAndCapacities":
                 [{"VariantName": "AllTraffic", "DesiredWeight": 3, "DesiredInstanceCount": 5}]}
                """);
        assertThat(status(lab.endpoint("v1"))).isEqualTo("Updating");
        lab.time.advanceSeconds(120);
        assertThat(lab.endpoint("v1")
                        .at("/ProductionVariants/0/CurrentInstanceCount")
                        .asInt())
                .isEqualTo(5);
        assertThat(lab.endpoint("v1").at("/ProductionVariants/0/CurrentWeight").asDouble())
                .isEqualTo(3);

        lab.call("CreateEndpointConfig", SageMakerLab.config("v2", "v1"));
        ObjectNode update = SageMakerLab.names("v1", "v2").put("RetainAllVariantProperties", true);
        update.putArray("ExcludeRetainedVariantProperties").addObject().put("VariantPropertyType", "DesiredWeight");
        lab.call("UpdateEndpoint", update);
        lab.time.advanceSeconds(600);
        assertThat(lab.endpoint("v1").get("EndpointConfigName").asText()).isEqualTo("v2");
        assertThat(lab.endpoint("v1")
                        .at("/ProductionVariants/0/CurrentInstanceCount")
                        .asInt())
                .isEqualTo(5);
        assertThat(lab.endpoint("v1").at("/ProductionVariants/0/CurrentWeight").asDouble())
                .isEqualTo(1);
    }

    @Test
    void runsOutOfCapacity() {
        lab.configured("x", lab.trained("x"));
        lab.faults = (kind, subject) -> kind.equals(FaultSource.CAPACITY) && subject.equals("ml.m5.large");
        lab.call("CreateEndpoint", SageMakerLab.names("x", "x"));
        lab.time.advanceSeconds(600);
        assertThat(lab.endpoint("x").get("FailureReason").asText())
                .startsWith(
                        "Unable to provision requested ML compute capacity due to InsufficientInstanceCapacity error.");
    }

    @Test
    void namesAreUniqueAndThingsMustExist() {
        lab.deployed("v1");
        String arn = "arn:aws:sagemaker:eu-west-1:123456789012:";
        assertThatThrownBy(() -> lab.tryCall("CreateEndpoint", SageMakerLab.names("v1", "v1")))
                .hasMessage("Cannot create already existing endpoint \"" + arn + "endpoint/v1\".");
        assertThatThrownBy(() -> lab.tryCall("CreateEndpointConfig", SageMakerLab.config("v1", "v1")))
                .hasMessage("Cannot create already existing endpoint configuration \"" + arn + "endpoint-config/v1\".");
        assertThatThrownBy(() -> lab.tryCall("CreateEndpointConfig", SageMakerLab.config("v2", "none")))
                .hasMessage("Could not find model \"" + arn + "model/none\".");
        assertThatThrownBy(() -> lab.tryCall("CreateEndpoint", SageMakerLab.names("v2", "none")))
                .hasMessage("Could not find endpoint configuration \"" + arn + "endpoint-config/none\".");
        assertThatThrownBy(() -> lab.tryCall("DeleteModel", "{\"ModelName\": \"none\"}"))
                .hasMessage("Could not find model \"" + arn + "model/none\".");
    }

    @Test
    void modelsAndConfigsCanGoWhileTheEndpointServes() throws Exception {
        lab.deployed("v1");
        lab.call("DeleteEndpointConfig", "{\"EndpointConfigName\": \"v1\"}");
        lab.call("DeleteModel", "{\"ModelName\": \"v1\"}");
        assertThat(invoke("v1").status()).isEqualTo(200);
        assertThat(lab.call("ListModels", "{}").get("Models")).isEmpty();
        assertThat(lab.call("ListEndpoints", "{\"StatusEquals\": \"InService\"}")
                        .get("Endpoints"))
                .hasSize(1);
    }
}
