package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A kind of training jobs that a tuning job launches.
 *
 * @param name null if the request has but one definition, which needs no name
 * @param definition as the request has it
 * @param objective what its training jobs are judged by
 * @param space what is searched
 */
record TuningDefinition(String name, ObjectNode definition, Objective objective, SearchSpace space) {

    /** By this hyperparameter SageMaker tells a container what it is judged by. */
    static final String OBJECTIVE_HYPERPARAMETER = "_tuning_objective_metric";

    private static final List<String> SAME_IN_A_TRAINING_JOB = List.of(
            "AlgorithmSpecification",
            "RoleArn",
            "InputDataConfig",
            "VpcConfig",
            "OutputDataConfig",
            "ResourceConfig",
            "StoppingCondition",
            "EnableNetworkIsolation",
            "EnableInterContainerTrafficEncryption",
            "EnableManagedSpotTraining",
            "CheckpointConfig",
            "RetryStrategy",
            "Environment");

    /** Those of a request, whose objectives and ranges stand beside a single definition or in each of several. */
    static List<TuningDefinition> of(ObjectNode request) throws AwsError {
        JsonNode single = request.path("TrainingJobDefinition");
        JsonNode several = request.path("TrainingJobDefinitions");
        if (single.isObject() == several.isArray()) {
            throw AwsError.validation(
                    "Provide either TrainingJobDefinition or TrainingJobDefinitions, and not both or neither.");
        }
        JsonNode config = request.get("HyperParameterTuningJobConfig");
        List<TuningDefinition> all = new ArrayList<>();
        if (single.isObject()) {
            all.add(of(single, config.path("HyperParameterTuningJobObjective"), config.path("ParameterRanges")));
        }
        for (JsonNode one : several) {
            if (!one.has("DefinitionName")) {
                throw AwsError.validation("Each of several TrainingJobDefinitions needs a DefinitionName.");
            }
            all.add(of(one, one.path("TuningObjective"), one.path("HyperParameterRanges")));
        }
        return all;
    }

    private static TuningDefinition of(JsonNode definition, JsonNode objective, JsonNode ranges) throws AwsError {
        if (objective.isMissingNode()) {
            throw AwsError.validation("An objective metric is required for the hyperparameter tuning job.");
        }
        return new TuningDefinition(
                definition.path("DefinitionName").asText(null),
                (ObjectNode) definition,
                Objective.of(objective),
                ParameterRanges.parse(ranges));
    }

    JsonNode statics() {
        return definition.path("StaticHyperParameters");
    }

    /**
     * The request for a training job.
     *
     * @param tuned the hyperparameters that differ from job to job
     * @param tags of the tuning job, which its training jobs have too
     */
    ObjectNode training(String jobName, Map<String, String> tuned, JsonNode tags) {
        ObjectNode training = JsonNodeFactory.instance.objectNode().put("TrainingJobName", jobName);
        ObjectNode values = training.putObject("HyperParameters");
        values.setAll((ObjectNode) (statics().isObject() ? statics() : JsonNodeFactory.instance.objectNode()));
        tuned.forEach(values::put);
        values.put(OBJECTIVE_HYPERPARAMETER, objective.metric());
        for (String member : SAME_IN_A_TRAINING_JOB) {
            if (definition.has(member)) {
                training.set(member, definition.get(member).deepCopy());
            }
        }
        if (!training.has("ResourceConfig")) {
            training.set("ResourceConfig", resources(definition.path("HyperParameterTuningResourceConfig")));
        }
        if (!tags.isMissingNode()) {
            training.set("Tags", tags);
        }
        return training;
    }

    /** Of instance types in order of preference the first; all are equally available here. */
    private static ObjectNode resources(JsonNode flexible) {
        ObjectNode resources = JsonNodeFactory.instance.objectNode();
        for (JsonNode place : List.of(flexible, flexible.path("InstanceConfigs").path(0))) {
            for (String member : List.of("InstanceType", "InstanceCount", "VolumeSizeInGB")) {
                if (place.has(member)) {
                    resources.set(member, place.get(member));
                }
            }
        }
        if (flexible.has("VolumeKmsKeyId")) {
            resources.set("VolumeKmsKeyId", flexible.get("VolumeKmsKeyId"));
        }
        return resources;
    }
}
