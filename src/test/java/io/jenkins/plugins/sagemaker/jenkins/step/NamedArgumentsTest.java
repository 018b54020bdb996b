package io.jenkins.plugins.sagemaker.jenkins.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.training.Prepared;
import io.jenkins.plugins.sagemaker.training.RequestDocument;
import io.jenkins.plugins.sagemaker.training.TrainingDefinition;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundSetter;

/** Where each argument of {@code sagemakerTrain} goes in the request, as a Pipeline gives it. */
@WithJenkins
class NamedArgumentsTest {

    /** Arguments of the step's own behaviour, or of what is done before the request is made. */
    private static final Set<String> OWN = Set.of(
            "trainingJobName",
            "baseJobName",
            "metricThresholds",
            "thresholdResult",
            "logs",
            "requestJson",
            "requestFile",
            "s3UploadPath",
            "sourceDir",
            "entryPoint",
            "dependencies",
            "preflight",
            "instanceTypes",
            "capacityRetries",
            "actionIfJobExists",
            "treatStoppedAsSuccess",
            "wait",
            "logLines",
            "logTailLines");

    static List<Arguments> table() {
        return List.of(
                row("roleArn", "r", "RoleArn", "r"),
                row("s3OutputPath", "s3://b/o", "OutputDataConfig.S3OutputPath", "s3://b/o"),
                row("outputKmsKeyId", "k", "OutputDataConfig.KmsKeyId", "k"),
                row("trainingImage", "i", "AlgorithmSpecification.TrainingImage", "i"),
                row(
                        "algorithm",
                        "pca",
                        "AlgorithmSpecification.TrainingImage",
                        "664544806723.dkr.ecr.eu-central-1.amazonaws.com/pca:1"),
                row("algorithmName", "a", "AlgorithmSpecification.AlgorithmName", "a"),
                row("trainingInputMode", "Pipe", "AlgorithmSpecification.TrainingInputMode", "Pipe"),
                row(
                        "containerEntrypoint",
                        List.of("a", "b"),
                        "AlgorithmSpecification.ContainerEntrypoint",
                        List.of("a", "b")),
                row("containerArguments", List.of("-x"), "AlgorithmSpecification.ContainerArguments", List.of("-x")),
                row(
                        "metricDefinitions",
                        Map.of("f1", "f1=(.*)"),
                        "AlgorithmSpecification.MetricDefinitions",
                        List.of(Map.of("Name", "f1", "Regex", "f1=(.*)"))),
                row(
                        "metricDefinitions",
                        List.of(Map.of("name", "f1", "regex", "f1=(.*)")),
                        "AlgorithmSpecification.MetricDefinitions",
                        List.of(Map.of("Name", "f1", "Regex", "f1=(.*)"))),
                row("hyperParameters", Map.of("epochs", 3), "HyperParameters", Map.of("epochs", "3")),
                row("environment", Map.of("A", "b"), "Environment", Map.of("A", "b")),
                row(
                        "channels",
                        List.of(Map.of("channelName", "train", "s3Uri", "s3://b/t", "shuffleSeed", 7)),
                        "InputDataConfig",
                        List.of(Map.of(
                                "ChannelName",
                                "train",
                                "ShuffleConfig",
                                Map.of("Seed", 7),
                                "DataSource",
                                Map.of(
                                        "S3DataSource",
                                        Map.of(
                                                "S3Uri",
                                                "s3://b/t",
                                                "S3DataType",
                                                "S3Prefix",
                                                "S3DataDistributionType",
                                                "FullyReplicated"))))),
                row("instanceType", "ml.c5.large", "ResourceConfig.InstanceType", "ml.c5.large"),
                row("instanceCount", 3, "ResourceConfig.InstanceCount", 3),
                row("instanceCount", 0, "ResourceConfig.InstanceCount", 0),
                row(
                        "instanceGroups",
                        List.of(Map.of("instanceGroupName", "g", "instanceType", "ml.g5.xlarge", "instanceCount", 2)),
                        "ResourceConfig.InstanceGroups",
                        List.of(Map.of("InstanceGroupName", "g", "InstanceType", "ml.g5.xlarge", "InstanceCount", 2))),
                row("volumeSizeInGB", 60, "ResourceConfig.VolumeSizeInGB", 60),
                row("volumeKmsKeyId", "k", "ResourceConfig.VolumeKmsKeyId", "k"),
                row("keepAlivePeriodInSeconds", 60, "ResourceConfig.KeepAlivePeriodInSeconds", 60),
                row("maxRuntimeInSeconds", 60, "StoppingCondition.MaxRuntimeInSeconds", 60),
                row("maxWaitTimeInSeconds", 60, "StoppingCondition.MaxWaitTimeInSeconds", 60),
                row("enableManagedSpotTraining", true, "EnableManagedSpotTraining", true),
                row("maximumRetryAttempts", 2, "RetryStrategy.MaximumRetryAttempts", 2),
                row("retryStrategy", Map.of("maximumRetryAttempts", 3), "RetryStrategy.MaximumRetryAttempts", 3),
                row("checkpointS3Uri", "s3://b/c", "CheckpointConfig.S3Uri", "s3://b/c"),
                row("checkpointLocalPath", "/c", "CheckpointConfig.LocalPath", "/c"),
                row(
                        "checkpointConfig",
                        Map.of("s3Uri", "s3://b/c", "localPath", "/c"),
                        "CheckpointConfig",
                        Map.of("S3Uri", "s3://b/c", "LocalPath", "/c")),
                row("vpcSubnets", List.of("s"), "VpcConfig.Subnets", List.of("s")),
                row("vpcSecurityGroupIds", List.of("g"), "VpcConfig.SecurityGroupIds", List.of("g")),
                row(
                        "vpcConfig",
                        Map.of("subnets", List.of("s"), "securityGroupIds", List.of("g")),
                        "VpcConfig",
                        Map.of("Subnets", List.of("s"), "SecurityGroupIds", List.of("g"))),
                row("enableNetworkIsolation", true, "EnableNetworkIsolation", true),
                row("enableInterContainerTrafficEncryption", true, "EnableInterContainerTrafficEncryption", true));
    }

    private static Arguments row(String argument, Object given, String place, Object arrives) {
        return Arguments.of(argument, given, place, arrives);
    }

    private static RequestDocument resolved(Map<String, Object> arguments) throws Exception {
        Map<String, Object> all = new LinkedHashMap<>(Map.of("roleArn", "role", "s3OutputPath", "s3://b/o"));
        all.putAll(arguments);
        var step = new DescribableModel<>(SageMakerTrainStep.class).instantiate(all, null);
        var problems = new Problems();
        TrainingDefinition definition = DefinitionArguments.of(step, problems);
        assertThat(problems.isEmpty()).isTrue();
        return RequestDocument.of(
                definition.resolved(Prepared.NOTHING, "eu-central-1", null).document());
    }

    @ParameterizedTest
    @MethodSource("table")
    void anArgumentArrivesAtItsPlace(String argument, Object given, String place, Object arrives, JenkinsRule r)
            throws Exception {
        assertThat(resolved(Map.of(argument, given)).get(place)).isEqualTo(arrives);
    }

    static List<Arguments> sections() {
        return table().stream()
                .filter(row -> row.get()[2].toString().contains("."))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("sections")
    void anArgumentIsLaidOverTheDocument(String argument, Object given, String place, Object arrives, JenkinsRule r)
            throws Exception {
        String[] names = place.split("\\.");
        String json = "{\"" + names[0] + "\": {\"Other\": \"kept\", \"" + names[1] + "\": \"lost\"}}";

        var document = resolved(Map.of(argument, given, "requestJson", json));

        assertThat(document.get(place)).isEqualTo(arrives);
        assertThat(document.get(names[0] + ".Other")).isEqualTo("kept");
    }

    @Test
    void everyArgumentHasARow(JenkinsRule r) {
        Set<String> rows = new TreeSet<>();
        table().forEach(row -> rows.add((String) row.get()[0]));
        Set<String> arguments = new TreeSet<>();
        for (Class<?> c = SageMakerTrainStep.class; c != AwsStep.class; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                if (method.isAnnotationPresent(DataBoundSetter.class)) {
                    arguments.add(Introspector.decapitalize(method.getName().substring("set".length())));
                }
            }
        }
        arguments.removeAll(OWN);

        assertThat(rows).containsAll(arguments);
        assertThat(arguments).hasSizeGreaterThan(25);
    }
}
