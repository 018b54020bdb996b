package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EndpointConfigTest {

    private final SageMakerLab lab = new SageMakerLab();

    @BeforeEach
    void createModel() {
        lab.objects.put("lab", "model.tar.gz", new byte[] {1}, Map.of());
        lab.configured("base", "s3://lab/model.tar.gz");
    }

    private static ObjectNode variant(ObjectNode config) {
        return (ObjectNode) config.at("/ProductionVariants/0");
    }

    private void refused(ObjectNode config, String message) {
        assertThatThrownBy(() -> lab.tryCall("CreateEndpointConfig", config)).hasMessageContaining(message);
    }

    @Test
    void keepsWhatItIsGiven() {
        ObjectNode config = SageMakerLab.config("full", "base");
        config.put("KmsKeyId", "alias/key");
        config.set("DataCaptureConfig", SageMakerLab.json("""
                {"EnableCapture": true, "InitialSamplingPercentage": 20, "DestinationS3Uri": "s3://lab/capture",
                 "CaptureOptions": [{"CaptureMode": "Input"}]}
                """));
        config.set(
                "AsyncInferenceConfig",
                SageMakerLab.json("{\"OutputConfig\": {\"S3OutputPath\": \"s3://lab/async\"}}"));
        lab.call("CreateEndpointConfig", config);
        JsonNode described = lab.call("DescribeEndpointConfig", "{\"EndpointConfigName\": \"full\"}");
        for (String member : new String[] {"KmsKeyId", "DataCaptureConfig", "AsyncInferenceConfig"}) {
            assertThat(described.get(member)).as(member).isEqualTo(config.get(member));
        }
        assertThat(described.at("/ProductionVariants/0/InitialVariantWeight").asDouble())
                .isEqualTo(1);
        assertThat(described.get("EndpointConfigArn").asText()).endsWith(":endpoint-config/full");
    }

    @Test
    void knowsTheInstanceTypes() {
        ObjectNode config = SageMakerLab.config("x", "base");
        variant(config).put("InstanceType", "ml.x9.huge");
        refused(
                config,
                "Value 'ml.x9.huge' at 'productionVariants.1.member.instanceType' failed to satisfy constraint:"
                        + " Member must satisfy enum value set: [");
    }

    @Test
    void limitsVariants() {
        ObjectNode eleven = SageMakerLab.config("x", "base");
        ArrayNode variants = eleven.withArray("ProductionVariants");
        for (int i = 0; i < 10; i++) {
            variants.add(variant(eleven).deepCopy().put("VariantName", "v" + i));
        }
        refused(
                eleven,
                "at 'productionVariants' failed to satisfy constraint: Member must have length less than or equal to 10");

        ObjectNode twins = SageMakerLab.config("x", "base");
        twins.withArray("ProductionVariants").add(variant(twins).deepCopy());
        refused(twins, "Variant name 'AllTraffic' is used by more than one variant.");
    }

    @Test
    void aVariantHasInstancesOrIsServerless() {
        ObjectNode neither = SageMakerLab.config("x", "base");
        variant(neither).remove("InstanceType");
        refused(neither, "must have either a ServerlessConfig or an InstanceType");

        ObjectNode uncounted = SageMakerLab.config("x", "base");
        variant(uncounted).remove("InitialInstanceCount");
        refused(uncounted, "has an instance type but no InitialInstanceCount");

        ObjectNode odd = SageMakerLab.config("x", "base");
        variant(odd).removeAll();
        variant(odd).put("VariantName", "v").put("ModelName", "base");
        variant(odd).set("ServerlessConfig", SageMakerLab.json("{\"MemorySizeInMB\": 1500, \"MaxConcurrency\": 5}"));
        refused(odd, "MemorySizeInMB of variant v is 1500, but must be a multiple of 1024.");

        ObjectNode weightless = SageMakerLab.config("x", "base");
        variant(weightless).put("InitialVariantWeight", 0);
        refused(weightless, "must have an InitialVariantWeight above 0");
    }

    @Test
    void checksModels() {
        assertThatThrownBy(() -> lab.tryCall("CreateModel", "{\"ModelName\": \"m\"}"))
                .hasMessage("A model must have either a PrimaryContainer or Containers, and not both.");
        assertThatThrownBy(() -> lab.tryCall(
                        "CreateModel", "{\"ModelName\": \"m\", \"PrimaryContainer\": {\"Image\": \"alpine\"}}"))
                .hasMessage("Requested image alpine not found.");
        assertThatThrownBy(() -> lab.tryCall("CreateModel", "{\"ModelName\": \"m_\", \"PrimaryContainer\": {}}"))
                .hasMessageContaining("Value 'm_' at 'modelName' failed to satisfy constraint");
        assertThat(lab.call("DescribeModel", "{\"ModelName\": \"base\"}")
                        .at("/PrimaryContainer/ModelDataUrl")
                        .asText())
                .isEqualTo("s3://lab/model.tar.gz");
    }
}
