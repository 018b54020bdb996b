package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.List;
import java.util.Map;

/** Jobs that watch a model: data quality, model quality, bias, explainability, and schedules with a job written inside. */
final class SageMakerJobRules {
    private static final String SCHEDULE = "AWS::SageMaker::MonitoringSchedule";
    private static final String INSIDE = "MonitoringScheduleConfig.MonitoringJobDefinition";
    private static final PropertyPath SCHEDULED = PropertyPath.of(INSIDE);

    /** Each type with the property that tells where its results go. */
    private static final Map<String, String> OUTPUTS = Map.of(
            "AWS::SageMaker::DataQualityJobDefinition",
            "DataQualityJobOutputConfig",
            "AWS::SageMaker::ModelQualityJobDefinition",
            "ModelQualityJobOutputConfig",
            "AWS::SageMaker::ModelBiasJobDefinition",
            "ModelBiasJobOutputConfig",
            "AWS::SageMaker::ModelExplainabilityJobDefinition",
            "ModelExplainabilityJobOutputConfig",
            SCHEDULE,
            INSIDE + ".MonitoringOutputConfig");

    private static final List<String> TYPES = OUTPUTS.keySet().stream().sorted().toList();

    private SageMakerJobRules() {}

    static List<Rule> rules() {
        return List.of(
                rule(
                        "SM24",
                        "JobTrafficEncryption",
                        network("EnableInterContainerTrafficEncryption"),
                        "The job's containers talk to each other unencrypted.",
                        "Who can listen on the network can read the data that they exchange.",
                        "Set NetworkConfig.EnableInterContainerTrafficEncryption to true.",
                        SageMakerPack.CONTROLS),
                rule(
                        "SM25",
                        "JobNetworkIsolation",
                        network("EnableNetworkIsolation"),
                        "The job's containers may make network calls.",
                        "A container with hostile or broken code can send out the data that it looks at.",
                        "Set NetworkConfig.EnableNetworkIsolation to true.",
                        SageMakerPack.CONTROLS),
                rule(
                        "SM26",
                        "JobVpc",
                        network("VpcConfig"),
                        "The job runs outside of any VPC of yours.",
                        "Its traffic can be neither filtered nor recorded.",
                        "Set NetworkConfig.VpcConfig with subnets and security groups.",
                        SageMakerPack.GUIDE + "model-monitor-vpc.html"),
                rule(
                        "SM27",
                        "JobVolumeKey",
                        (job, path) -> path.equals(INSIDE)
                                ? path + ".MonitoringResources.ClusterConfig.VolumeKmsKeyId"
                                : "JobResources.ClusterConfig.VolumeKmsKeyId",
                        "No KMS key of your own encrypts the job's volumes.",
                        SageMakerKeyRules.WHY,
                        "Set VolumeKmsKeyId under ClusterConfig.",
                        SageMakerKeyRules.PAGE),
                rule(
                        "SM28",
                        "JobOutputKey",
                        (job, path) -> OUTPUTS.get(job.type()) + ".KmsKeyId",
                        "No KMS key of your own encrypts the job's results.",
                        SageMakerKeyRules.WHY,
                        "Set KmsKeyId in the output configuration.",
                        SageMakerKeyRules.PAGE));
    }

    /** Tells where a job has the property that must be set. */
    private interface Place {
        String of(Resource job, String definition);
    }

    private static Place network(String member) {
        return (job, path) -> (path.isEmpty() ? "" : path + ".") + "NetworkConfig." + member;
    }

    private static Rule rule(String id, String name, Place place, String message, String why, String fix, String page) {
        Check check = (job, scope) -> {
            String definition = job.type().equals(SCHEDULE) ? INSIDE : "";
            return isDefined(job)
                    && SageMakerPack.lacks(place.of(job, definition)).flags(job, scope);
        };
        return SageMakerPack.rule(Severity.WARN, id, name, TYPES, check, message, why, fix, page);
    }

    /** A schedule may name a definition instead of holding one. */
    private static boolean isDefined(Resource job) {
        return !job.type().equals(SCHEDULE) || SCHEDULED.values(job).stream().noneMatch(Value::isAbsent);
    }
}
