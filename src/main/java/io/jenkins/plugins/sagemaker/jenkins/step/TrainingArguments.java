package io.jenkins.plugins.sagemaker.jenkins.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.sagemaker.aws.S3Location;
import io.jenkins.plugins.sagemaker.training.MetricThreshold;
import io.jenkins.plugins.sagemaker.training.TrainingRequest;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.WorkspaceChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the arguments of {@link SageMakerTrainStep} to the request: named arguments are merged over {@code requestJson}. */
final class TrainingArguments {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SageMakerTrainStep step;
    private final Map<String, Object> document;

    private TrainingArguments(SageMakerTrainStep step) throws AbortException {
        this.step = step;
        this.document = parse(step.getRequestJson());
    }

    /** @throws AbortException with one sentence for the user */
    static TrainingRequest of(SageMakerTrainStep step, Run<?, ?> run) throws AbortException {
        try {
            return new TrainingArguments(step).request(run);
        } catch (IllegalArgumentException e) {
            throw new AbortException("sagemakerTrain: " + e.getMessage());
        }
    }

    private TrainingRequest request(Run<?, ?> run) {
        if ((step.getTrainingImage() == null) == (step.getAlgorithmName() == null)
                && !document.containsKey("AlgorithmSpecification")) {
            throw new IllegalArgumentException(
                    "give either trainingImage (a container image) or algorithmName (an algorithm resource).");
        }
        required("roleArn", step.getRoleArn(), "RoleArn");
        required("s3OutputPath", step.getS3OutputPath(), "OutputDataConfig");
        algorithm();
        compute();
        network();
        if (step.getS3OutputPath() != null) {
            S3Location.parse("s3OutputPath", step.getS3OutputPath());
        }
        List<WorkspaceChannel> uploaded = channels();
        return new TrainingRequest(
                jobName(run),
                document,
                uploaded,
                uploaded.isEmpty() ? null : uploadPath(),
                thresholds(),
                failsOnThreshold(),
                step.allTags(run),
                step.getLogs());
    }

    private String jobName(Run<?, ?> run) {
        String exact = step.getTrainingJobName();
        if (exact != null) {
            if (!exact.matches("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}")) {
                throw new IllegalArgumentException("the trainingJobName must be 1 to 63 letters, digits and hyphens, "
                        + "with a letter or digit at both ends, not: " + exact);
            }
            return exact;
        }
        String base = step.getBaseJobName() != null
                ? step.getBaseJobName()
                : run.getParent().getName();
        return TrainingRequest.uniqueName(base + "-" + run.getNumber());
    }

    private void algorithm() {
        Map<String, Object> algorithm = section("AlgorithmSpecification");
        Arguments.putIfGiven(algorithm, "TrainingImage", step.getTrainingImage());
        Arguments.putIfGiven(algorithm, "AlgorithmName", step.getAlgorithmName());
        if (step.getTrainingInputMode() != null || !algorithm.containsKey("TrainingInputMode")) {
            algorithm.put(
                    "TrainingInputMode", step.getTrainingInputMode() == null ? "File" : step.getTrainingInputMode());
        }
        List<Object> definitions = new ArrayList<>();
        NamedValue.map("metricDefinitions", step.getMetricDefinitions())
                .forEach((name, regex) -> definitions.add(Map.of("Name", name, "Regex", regex)));
        Arguments.putIfGiven(algorithm, "MetricDefinitions", definitions);
        Arguments.putIfGiven(document, "HyperParameters", NamedValue.map("hyperParameters", step.getHyperParameters()));
        Arguments.putIfGiven(document, "Environment", NamedValue.map("environment", step.getEnvironment()));
        Arguments.putIfGiven(document, "RoleArn", step.getRoleArn());
    }

    private void compute() {
        Map<String, Object> output = section("OutputDataConfig");
        Arguments.putIfGiven(output, "S3OutputPath", step.getS3OutputPath());
        Arguments.putIfGiven(output, "KmsKeyId", step.getOutputKmsKeyId());
        Map<String, Object> resources = section("ResourceConfig");
        Map<String, Object> stopping = section("StoppingCondition");
        step.compute(new TrainingDefaults(resources, stopping));
        Arguments.putIfGiven(resources, "VolumeKmsKeyId", step.getVolumeKmsKeyId());
        Arguments.putIfGiven(stopping, "MaxWaitTimeInSeconds", step.getMaxWaitTimeInSeconds());
        Arguments.putIfGiven(document, "EnableManagedSpotTraining", step.isEnableManagedSpotTraining());
        if (step.getCheckpointS3Uri() != null) {
            Map<String, Object> checkpoints = section("CheckpointConfig");
            checkpoints.put("S3Uri", step.getCheckpointS3Uri());
            Arguments.putIfGiven(checkpoints, "LocalPath", step.getCheckpointLocalPath());
        }
    }

    private void network() {
        if (step.getVpcSubnets() != null || step.getVpcSecurityGroupIds() != null) {
            Map<String, Object> vpc = section("VpcConfig");
            Arguments.putIfGiven(vpc, "Subnets", step.getVpcSubnets());
            Arguments.putIfGiven(vpc, "SecurityGroupIds", step.getVpcSecurityGroupIds());
        }
        Arguments.putIfGiven(document, "EnableNetworkIsolation", step.isEnableNetworkIsolation());
        Arguments.putIfGiven(
                document, "EnableInterContainerTrafficEncryption", step.isEnableInterContainerTrafficEncryption());
    }

    private List<WorkspaceChannel> channels() {
        List<Object> inS3 = new ArrayList<>();
        List<WorkspaceChannel> inWorkspace = new ArrayList<>();
        List<Channel> channels = step.getChannels();
        if (channels != null) {
            for (Channel channel : channels) {
                channel.check();
                if (channel.isInWorkspace()) {
                    inWorkspace.add(channel.inWorkspace());
                } else {
                    inS3.add(channel.document());
                }
            }
            document.put("InputDataConfig", inS3);
        }
        return inWorkspace;
    }

    /** Beside the output, wherever that is named. */
    private String uploadPath() {
        if (step.getS3UploadPath() != null) {
            return S3Location.parse("s3UploadPath", step.getS3UploadPath()).toString();
        }
        if (!(section("OutputDataConfig").get("S3OutputPath") instanceof String output) || output.isBlank()) {
            throw new IllegalArgumentException("give s3UploadPath, where the channels from the workspace shall go.");
        }
        return S3Location.parse("s3OutputPath", output).toString().replaceAll("/+$", "") + "/channels";
    }

    private List<MetricThreshold> thresholds() {
        List<String> given = step.getMetricThresholds();
        return given == null
                ? List.of()
                : given.stream().map(MetricThreshold::parse).toList();
    }

    private boolean failsOnThreshold() {
        return switch (String.valueOf(step.getThresholdResult())) {
            case "FAILURE" -> true;
            case "UNSTABLE" -> false;
            default ->
                throw new IllegalArgumentException(
                        "thresholdResult must be FAILURE or UNSTABLE, not: " + step.getThresholdResult());
        };
    }

    private void required(String argument, String value, String member) {
        if (value == null && !document.containsKey(member)) {
            throw new IllegalArgumentException("the argument " + argument + " is missing.");
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> section(String member) {
        Object there = document.get(member);
        Map<String, Object> section = there instanceof Map<?, ?> m ? (Map<String, Object>) m : new LinkedHashMap<>();
        document.put(member, section);
        return section;
    }

    private static Map<String, Object> parse(String json) {
        if (json == null) {
            return new LinkedHashMap<>();
        }
        try {
            return JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("requestJson is not a JSON object: " + e.getOriginalMessage(), e);
        }
    }
}
