package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.learner.ImageUri;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What {@code CreateTrainingJob} demands beyond AWS's API model: members that need or exclude each other, and quotas.
 */
final class TrainingRules {

    /** SageMaker's documented longest run: 28 days. */
    private static final int MAX_RUNTIME_SECONDS = 28 * 24 * 3600;

    /** The default of the quota "Maximum number of instances per training job". */
    private static final int MAX_INSTANCES = 20;

    /** SageMaker's own algorithms, as far as local ones stand in for them. */
    private static final Set<String> FIRST_PARTY =
            Set.of("image-classification", "linear-learner", "xgboost", "sagemaker-xgboost");

    private TrainingRules() {}

    static void check(Request request) throws AwsError {
        ObjectNode input = request.input();
        checkAlgorithm(request, input.get("AlgorithmSpecification"));
        checkResources(input.get("ResourceConfig"));
        checkStopping(input);
        checkChannels(input.path("InputDataConfig"));
        Tags.check(input.path("Tags"));
    }

    private static void checkAlgorithm(Request request, JsonNode algorithm) throws AwsError {
        if (algorithm.has("TrainingImage") == algorithm.has("AlgorithmName")) {
            throw AwsError.validation(
                    "AlgorithmSpecification must have either TrainingImage or AlgorithmName, and not both.");
        }
        if (algorithm.has("AlgorithmName")) {
            throw AwsError.validation("Could not find algorithm \""
                    + request.place()
                            .arn("algorithm", algorithm.get("AlgorithmName").asText()) + "\".");
        }
        ImageUri image = ImageUri.parse(algorithm.get("TrainingImage").asText());
        if (image.registry().contains(".dkr.ecr.")
                && !image.registry().contains(".dkr.ecr." + request.call().region() + ".")) {
            throw AwsError.validation(
                    "The training image " + algorithm.get("TrainingImage").asText() + " is not in the job's region "
                            + request.call().region() + ".");
        }
        for (JsonNode metric : algorithm.path("MetricDefinitions")) {
            if (isFirstParty(image, request.call().account())) {
                throw AwsError.validation("You can't override the metric definitions for Amazon SageMaker algorithms."
                        + " Please retry the request without specifying metric definitions.");
            }
            checkRegex(metric);
        }
    }

    private static void checkRegex(JsonNode metric) throws AwsError {
        try {
            Pattern.compile(metric.get("Regex").asText());
        } catch (PatternSyntaxException e) {
            throw AwsError.validation("The regex of metric "
                    + metric.get("Name").asText() + " is not valid: " + e.getDescription() + ".");
        }
    }

    /** Whether the image is one of SageMaker's own: known by name, and not in the caller's registry. */
    static boolean isFirstParty(ImageUri image, String account) {
        return FIRST_PARTY.contains(image.repository())
                && !image.account().isEmpty()
                && !image.account().equals(account);
    }

    private static void checkResources(JsonNode resources) throws AwsError {
        boolean groups = resources.path("InstanceGroups").size() > 0;
        if (groups == resources.has("InstanceType")) {
            throw AwsError.validation(
                    "ResourceConfig must have either InstanceType and InstanceCount or InstanceGroups, and not both.");
        }
        int instances = instanceCount(resources);
        if (instances < 1) {
            throw AwsError.validation("1 validation error detected: Value '" + instances
                    + "' at 'resourceConfig.instanceCount' failed to satisfy constraint: Member must have value"
                    + " greater than or equal to 1");
        }
        if (instances > MAX_INSTANCES) {
            throw limitExceeded("Number of instances for a training job", MAX_INSTANCES, instances);
        }
        if (!resources.has("VolumeSizeInGB") || resources.get("VolumeSizeInGB").asInt() < 1) {
            throw AwsError.validation("ResourceConfig.VolumeSizeInGB must be at least 1.");
        }
    }

    /** More instances are wanted than a quota allows. */
    static AwsError limitExceeded(String quota, int limit, int wanted) {
        return new AwsError(
                400,
                "ResourceLimitExceeded",
                "The account-level service limit '" + quota + "' is " + limit
                        + " Instances, with current utilization of 0 Instances and a request delta of " + wanted
                        + " Instances. Please use AWS Service Quotas to request an increase for this quota. If AWS"
                        + " Service Quotas is not available, contact AWS support to request an increase for this"
                        + " quota.");
    }

    static int instanceCount(JsonNode resources) {
        int count = resources.path("InstanceCount").asInt();
        for (JsonNode group : resources.path("InstanceGroups")) {
            count += group.path("InstanceCount").asInt();
        }
        return count;
    }

    private static void checkStopping(ObjectNode input) throws AwsError {
        JsonNode stopping = input.get("StoppingCondition");
        int runtime = stopping.path("MaxRuntimeInSeconds").asInt(24 * 3600);
        if (runtime > MAX_RUNTIME_SECONDS) {
            throw AwsError.validation("StoppingCondition.MaxRuntimeInSeconds is " + runtime + ", but must be at most "
                    + MAX_RUNTIME_SECONDS + " (28 days).");
        }
        boolean spot = input.path("EnableManagedSpotTraining").asBoolean();
        if (spot && stopping.path("MaxWaitTimeInSeconds").asInt() < runtime) {
            throw AwsError.validation("Invalid MaxWaitTimeInSeconds. It must be present and be greater than or equal to"
                    + " MaxRuntimeInSeconds");
        }
        if (!spot && stopping.has("MaxWaitTimeInSeconds")) {
            throw AwsError.validation(
                    "Invalid MaxWaitTimeInSeconds. It is only supported when EnableManagedSpotTraining is set to true");
        }
        if (spot && input.get("ResourceConfig").has("KeepAlivePeriodInSeconds")) {
            throw AwsError.validation("KeepAlivePeriodInSeconds is not supported for managed spot training jobs.");
        }
    }

    private static void checkChannels(JsonNode channels) throws AwsError {
        Set<String> names = new HashSet<>();
        for (JsonNode channel : channels) {
            String name = channel.get("ChannelName").asText();
            if (!names.add(name)) {
                throw AwsError.validation("Channel name '" + name + "' is used by more than one channel.");
            }
            if (channel.get("DataSource").size() != 1) {
                throw AwsError.validation("Channel '" + name + "' must have exactly one data source.");
            }
        }
    }
}
