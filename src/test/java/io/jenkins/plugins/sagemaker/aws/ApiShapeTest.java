package io.jenkins.plugins.sagemaker.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.TrainingInputMode;

class ApiShapeTest {

    @Test
    void aDocumentBecomesARequest() {
        var request = fill(Map.of(
                "TrainingJobName",
                "digits",
                "HyperParameters",
                Map.of("epochs", 10, "rate", 0.5, "shuffle", true),
                "AlgorithmSpecification",
                Map.of(
                        "TrainingInputMode",
                        "File",
                        "MetricDefinitions",
                        List.of(Map.of("Name", "loss", "Regex", "loss=(.*)"))),
                "ResourceConfig",
                Map.of("InstanceType", "ml.new.type", "InstanceCount", "2", "VolumeSizeInGB", 30L),
                "EnableManagedSpotTraining",
                true,
                "VpcConfig",
                Map.of("Subnets", List.of("a", "b"))));

        assertThat(request.trainingJobName()).isEqualTo("digits");
        assertThat(request.hyperParameters())
                .containsOnly(Map.entry("epochs", "10"), Map.entry("rate", "0.5"), Map.entry("shuffle", "true"));
        assertThat(request.algorithmSpecification().trainingInputMode()).isEqualTo(TrainingInputMode.FILE);
        assertThat(request.algorithmSpecification().metricDefinitions().get(0).regex())
                .isEqualTo("loss=(.*)");
        assertThat(request.resourceConfig().instanceTypeAsString()).isEqualTo("ml.new.type");
        assertThat(request.resourceConfig().instanceCount()).isEqualTo(2);
        assertThat(request.resourceConfig().volumeSizeInGB()).isEqualTo(30);
        assertThat(request.enableManagedSpotTraining()).isTrue();
        assertThat(request.vpcConfig().subnets()).containsExactly("a", "b");
    }

    @Test
    void aMemberWithoutAValueIsNotSet() {
        Map<String, Object> document = new HashMap<>();
        document.put("RoleArn", null);

        assertThat(fill(document).roleArn()).isNull();
    }

    @ParameterizedTest
    @MethodSource
    void whatIsWrongIsNamedByItsPath(Map<String, Object> document, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> fill(document)).withMessageStartingWith(message);
    }

    static List<Object[]> whatIsWrongIsNamedByItsPath() {
        return List.of(
                wrong(
                        Map.of("ResourceConfig", Map.of("Instances", 1)),
                        "There is no member ResourceConfig.Instances in the API; the members of ResourceConfig are Instance"),
                wrong(
                        Map.of("trainingJobName", "x"),
                        "There is no member trainingJobName in the API; the members are TrainingJobName, "),
                wrong(Map.of("ResourceConfig", "large"), "ResourceConfig must be an object, not: large"),
                wrong(
                        Map.of("InputDataConfig", Map.of("train", "s3://b")),
                        "InputDataConfig must be a list, not: {train=s3://b}"),
                wrong(
                        Map.of("InputDataConfig", List.of("s3://b")),
                        "InputDataConfig[0] must be an object, not: s3://b"),
                wrong(Map.of("RoleArn", List.of("a")), "RoleArn must be a single value, not: [a]"),
                wrong(
                        Map.of("ResourceConfig", Map.of("InstanceCount", "two")),
                        "ResourceConfig.InstanceCount must be a whole number, not: two"),
                wrong(
                        Map.of("ResourceConfig", Map.of("InstanceCount", 1.5)),
                        "ResourceConfig.InstanceCount must be a whole number, not: 1.5"),
                wrong(
                        Map.of("EnableManagedSpotTraining", "yes"),
                        "EnableManagedSpotTraining must be true or false, not: yes"));
    }

    private static Object[] wrong(Map<String, Object> document, String message) {
        return new Object[] {document, message};
    }

    private static CreateTrainingJobRequest fill(Map<String, Object> document) {
        return ApiShape.fill(CreateTrainingJobRequest.builder(), document);
    }
}
