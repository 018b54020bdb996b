package io.jenkins.plugins.sagemaker.nag.rules;

import static io.jenkins.plugins.sagemaker.nag.rules.SageMakerPack.lacks;

import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.List;

/**
 * A KMS key of one's own for whatever SageMaker keeps. The volumes of endpoints and notebook instances are cfn_nag's W1200
 * and W1201, those of monitoring jobs are among the {@link SageMakerJobRules}.
 */
final class SageMakerKeyRules {
    static final String PAGE = SageMakerPack.GUIDE + "encryption-at-rest.html";
    static final String WHY = "A key of AWS's cannot be restricted, revoked or shared with another account.";
    private static final PropertyPath ONLINE = PropertyPath.of("OnlineStoreConfig");
    private static final PropertyPath OFFLINE = PropertyPath.of("OfflineStoreConfig");

    private SageMakerKeyRules() {}

    static List<Rule> rules() {
        return List.of(
                key(
                        "SM29",
                        "DataCaptureKey",
                        "AWS::SageMaker::EndpointConfig",
                        within(PropertyPath.of("DataCaptureConfig"), "DataCaptureConfig.KmsKeyId"),
                        "captured requests and answers",
                        "DataCaptureConfig.KmsKeyId"),
                key(
                        "SM30",
                        "AsyncOutputKey",
                        "AWS::SageMaker::EndpointConfig",
                        within(PropertyPath.of("AsyncInferenceConfig"), "AsyncInferenceConfig.OutputConfig.KmsKeyId"),
                        "answers of asynchronous inference",
                        "AsyncInferenceConfig.OutputConfig.KmsKeyId"),
                key(
                        "SM31",
                        "DomainKey",
                        "AWS::SageMaker::Domain",
                        lacks("KmsKeyId"),
                        "home directories of the domain",
                        "KmsKeyId"),
                key(
                        "SM32",
                        "OfflineStoreKey",
                        "AWS::SageMaker::FeatureGroup",
                        within(OFFLINE, "OfflineStoreConfig.S3StorageConfig.KmsKeyId"),
                        "features in the offline store",
                        "OfflineStoreConfig.S3StorageConfig.KmsKeyId"),
                key(
                        "SM33",
                        "OnlineStoreKey",
                        "AWS::SageMaker::FeatureGroup",
                        (group, scope) -> usesOnlineStore(SageMakerPack.first(ONLINE.values(group)))
                                && lacks("OnlineStoreConfig.SecurityConfig.KmsKeyId")
                                        .flags(group, scope),
                        "features in the online store",
                        "OnlineStoreConfig.SecurityConfig.KmsKeyId"),
                key(
                        "SM34",
                        "ModelCardKey",
                        "AWS::SageMaker::ModelCard",
                        lacks("SecurityConfig.KmsKeyId"),
                        "model card",
                        "SecurityConfig.KmsKeyId"),
                key(
                        "SM35",
                        "ModelPackageKey",
                        "AWS::SageMaker::ModelPackage",
                        lacks("SecurityConfig.KmsKeyId"),
                        "model package",
                        "SecurityConfig.KmsKeyId"),
                key(
                        "SM36",
                        "InferenceExperimentKey",
                        "AWS::SageMaker::InferenceExperiment",
                        (experiment, scope) -> lacks("KmsKey").flags(experiment, scope)
                                || within(PropertyPath.of("DataStorageConfig"), "DataStorageConfig.KmsKey")
                                        .flags(experiment, scope),
                        "volumes and recorded data of the experiment",
                        "KmsKey, and DataStorageConfig.KmsKey,"),
                key(
                        "SM37",
                        "DeviceFleetKey",
                        "AWS::SageMaker::DeviceFleet",
                        lacks("OutputConfig.KmsKeyId"),
                        "data from the devices",
                        "OutputConfig.KmsKeyId"));
    }

    private static Rule key(String id, String name, String type, Check check, String what, String property) {
        return SageMakerPack.warning(
                id,
                name,
                type,
                check,
                "No KMS key of your own encrypts the " + what + ".",
                WHY,
                "Set " + property + " to a key that you manage.",
                PAGE);
    }

    /** Lacks the property, though it has what the property belongs to. */
    private static Check within(PropertyPath holder, String path) {
        Check lacking = lacks(path);
        return (resource, scope) -> holder.values(resource).stream().anyMatch(value -> !Checks.isOff(value))
                && lacking.flags(resource, scope);
    }

    private static boolean usesOnlineStore(Value store) {
        return store.isMap()
                && !store.isNoValue()
                && !store.isFunction()
                && store.at("EnableOnlineStore").isTrue();
    }
}
