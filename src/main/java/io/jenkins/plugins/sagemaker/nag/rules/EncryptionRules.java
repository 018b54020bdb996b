package io.jenkins.plugins.sagemaker.nag.rules;

import static io.jenkins.plugins.sagemaker.nag.rules.Checks.absent;
import static io.jenkins.plugins.sagemaker.nag.rules.Checks.notTrue;
import static io.jenkins.plugins.sagemaker.nag.rules.Checks.off;
import static io.jenkins.plugins.sagemaker.nag.rules.Checks.offMember;

import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.List;

/** Data must be encrypted where it lies and where it travels, with a key of one's own where that can be chosen. */
final class EncryptionRules {
    private static final String NOT_AT_REST = "The data lie unencrypted on disk.";
    private static final String READABLE = "Who gets at the disk, a snapshot or a backup can read everything.";
    private static final String NO_OWN_KEY = "No KMS key of your own encrypts the data.";
    private static final String NO_CONTROL =
            "A key of AWS's cannot be restricted, revoked or shared with another account.";

    private EncryptionRules() {}

    static List<Rule> rules() {
        return List.of(
                atRest("F1", "EbsVolumeHasSseRule", "AWS::EC2::Volume", "Encrypted"),
                atRest(
                        "F25",
                        "ElastiCacheReplicationGroupAtRestEncryptionRule",
                        "AWS::ElastiCache::ReplicationGroup",
                        "AtRestEncryptionEnabled"),
                atRest("F26", "RDSDBClusterStorageEncryptedRule", "AWS::RDS::DBCluster", "StorageEncrypted"),
                atRest("F28", "RedshiftClusterEncryptedRule", "AWS::Redshift::Cluster", "Encrypted"),
                atRest("F30", "NeptuneDBClusterStorageEncryptedRule", "AWS::Neptune::DBCluster", "StorageEncrypted"),
                atRest("F32", "EFSFileSystemEncryptedRule", "AWS::EFS::FileSystem", "Encrypted"),
                Rule.each(
                        "F27",
                        "RDSDBInstanceStorageEncryptedRule",
                        "AWS::RDS::DBInstance",
                        // In a cluster the cluster decides.
                        (instance, scope) ->
                                instance.property("DBClusterIdentifier").isAbsent()
                                        && instance.property("StorageEncrypted").isFalseOrAbsent(),
                        NOT_AT_REST,
                        READABLE,
                        "Set StorageEncrypted to true."),
                Rule.each(
                        "F29",
                        "WorkspacesWorkspaceEncryptionRule",
                        "AWS::WorkSpaces::Workspace",
                        (workspace, scope) -> workspace
                                .property("UserVolumeEncryptionEnabled")
                                .isFalseOrAbsent(),
                        NOT_AT_REST,
                        READABLE,
                        "Set UserVolumeEncryptionEnabled to true."),
                Rule.each(
                        "F33",
                        "ElastiCacheReplicationGroupTransitEncryptionRule",
                        "AWS::ElastiCache::ReplicationGroup",
                        off("TransitEncryptionEnabled"),
                        "The data travel unencrypted.",
                        "Who can listen on the network can read and change them.",
                        "Set TransitEncryptionEnabled to true."),
                ownKey("W37", "EbsVolumeEncryptionKeyRule", "AWS::EC2::Volume", "KmsKeyId"),
                ownKey("W47", "SnsTopicKmsMasterKeyIdRule", "AWS::SNS::Topic", "KmsMasterKeyId"),
                ownKey("W48", "SqsQueueKmsMasterKeyIdRule", "AWS::SQS::Queue", "KmsMasterKeyId"),
                ownKey("W77", "SecretsManagerSecretKmsKeyIdRule", "AWS::SecretsManager::Secret", "KmsKeyId"),
                ownKey("W1200", "SageMakerEndpointConfigKmsKeyIdRule", "AWS::SageMaker::EndpointConfig", "KmsKeyId"),
                ownKey(
                        "W1201",
                        "SageMakerNotebookInstanceKmsKeyIdRule",
                        "AWS::SageMaker::NotebookInstance",
                        "KmsKeyId"),
                ownKeyGiven(
                        "W32",
                        "CodeBuildEncryptionKeyRule",
                        "AWS::CodeBuild::Project",
                        absent("EncryptionKey"),
                        "EncryptionKey"),
                ownKeyGiven("W84", "LogsLogGroupEncryptedRule", "AWS::Logs::LogGroup", absent("KmsKeyId"), "KmsKeyId"),
                ownKeyGiven(
                        "W80",
                        "KendraIndexServerSideEncryptionConfigurationKmsKeyIdRule",
                        "AWS::Kendra::Index",
                        absent("ServerSideEncryptionConfiguration", "KmsKeyId"),
                        "ServerSideEncryptionConfiguration.KmsKeyId"),
                Rule.each(
                        "W49",
                        "KinesisStreamStreamEncryptionRule",
                        "AWS::Kinesis::Stream",
                        (stream, scope) -> isPlainStream(stream.property("StreamEncryption")),
                        NO_OWN_KEY,
                        NO_CONTROL,
                        "Set StreamEncryption with EncryptionType KMS and KeyId."),
                Rule.each(
                        "W53",
                        "AmazonMQBrokerEncryptionOptionsRule",
                        "AWS::AmazonMQ::Broker",
                        absent("EncryptionOptions"),
                        NO_OWN_KEY,
                        NO_CONTROL,
                        "Set EncryptionOptions with KmsKeyId and UseAwsOwnedKey: false."),
                Rule.each(
                        "W54",
                        "ElasticsearchDomainEncryptionAtRestOptionsRule",
                        "AWS::Elasticsearch::Domain",
                        offMember("EncryptionAtRestOptions", "Enabled"),
                        NOT_AT_REST,
                        READABLE,
                        "Set EncryptionAtRestOptions.Enabled to true."),
                Rule.each(
                        "W85",
                        "ElasticsearchDomainNodeToNodeEncryptionOptionsRule",
                        "AWS::Elasticsearch::Domain",
                        offMember("NodeToNodeEncryptionOptions", "Enabled"),
                        "The nodes of the domain talk to each other unencrypted.",
                        "Who can listen on the network can read and change the data.",
                        "Set NodeToNodeEncryptionOptions.Enabled to true."),
                Rule.each(
                        "W61",
                        "EMRSecurityConfigurationEncryptionsEnabledAndConfiguredRule",
                        "AWS::EMR::SecurityConfiguration",
                        (configuration, scope) ->
                                !EmrEncryption.isComplete(configuration.property("SecurityConfiguration")),
                        "The configuration does not encrypt both what lies on disk and what travels.",
                        "Who gets at a disk or the network can read the cluster's data.",
                        "Enable and configure at-rest and in-transit encryption under EncryptionConfiguration."),
                Rule.each(
                        "W63",
                        "EMRClusterSecurityConfigurationAttachedRule",
                        "AWS::EMR::Cluster",
                        (cluster, scope) ->
                                cluster.property("SecurityConfiguration").isAbsent()
                                        || scope.target(cluster.property("SecurityConfiguration"), "Arn") == null,
                        "The cluster has no security configuration of this template.",
                        "Without one nothing is encrypted.",
                        "Refer to an AWS::EMR::SecurityConfiguration in SecurityConfiguration."),
                Rule.each(
                        "W74",
                        "DynamoDBEncryptionRule",
                        "AWS::DynamoDB::Table",
                        notTrue("SSESpecification", "SSEEnabled"),
                        NO_OWN_KEY,
                        NO_CONTROL,
                        "Set SSESpecification.SSEEnabled to true, and KMSMasterKeyId."),
                Rule.each(
                        "W81",
                        "DLMLifecyclePolicyCrossRegionCopyEncryptionRule",
                        "AWS::DLM::LifecyclePolicy",
                        (policy, scope) ->
                                copiesInPlain(policy.property("PolicyDetails").at("Actions")),
                        "Snapshots are copied to another region unencrypted.",
                        READABLE,
                        "Set EncryptionConfiguration.Encrypted to true for every CrossRegionCopy."),
                Rule.each(
                        "W82",
                        "EKSClusterEncryptionRule",
                        "AWS::EKS::Cluster",
                        (cluster, scope) -> lacksKey(cluster.property("EncryptionConfig")),
                        "No KMS key encrypts the cluster's secrets.",
                        "Who gets at etcd or a backup of it can read every Kubernetes secret.",
                        "Set EncryptionConfig with Provider.KeyArn."),
                Rule.each(
                        "W83",
                        "DAXClusterEncryptionRule",
                        "AWS::DAX::Cluster",
                        notTrue("SSESpecification", "SSEEnabled"),
                        NOT_AT_REST,
                        READABLE,
                        "Set SSESpecification.SSEEnabled to true."),
                Rule.each(
                        "W88",
                        "KinesisFirehoseDeliveryStreamEncryptionRule",
                        "AWS::KinesisFirehose::DeliveryStream",
                        // A stream that is fed by Kinesis is encrypted there.
                        (stream, scope) ->
                                !stream.property("DeliveryStreamType").is("KinesisStreamAsSource")
                                        && absent("DeliveryStreamEncryptionConfigurationInput", "KeyType")
                                                .flags(stream, scope),
                        NOT_AT_REST,
                        READABLE,
                        "Set DeliveryStreamEncryptionConfigurationInput with a KeyType."));
    }

    private static Rule atRest(String id, String name, String type, String property) {
        return Rule.each(id, name, type, off(property), NOT_AT_REST, READABLE, "Set " + property + " to true.");
    }

    private static Rule ownKey(String id, String name, String type, String property) {
        return ownKeyGiven(id, name, type, off(property), property);
    }

    private static Rule ownKeyGiven(String id, String name, String type, Check check, String property) {
        return Rule.each(
                id, name, type, check, NO_OWN_KEY, NO_CONTROL, "Set " + property + " to a KMS key that you manage.");
    }

    private static boolean isPlainStream(Value encryption) {
        return encryption.isAbsent()
                || encryption.at("EncryptionType").isAbsent()
                || encryption.at("KeyId").isAbsent()
                || encryption.at("EncryptionType").is("NONE");
    }

    private static boolean copiesInPlain(Value actions) {
        return !actions.isAbsent()
                && actions.members().stream()
                        .flatMap(action -> action.at("CrossRegionCopy").members().stream())
                        .anyMatch(copy -> !copy.at("EncryptionConfiguration")
                                .at("Encrypted")
                                .isTrue());
    }

    private static boolean lacksKey(Value configs) {
        return configs.isAbsent()
                || configs.members().stream()
                        .anyMatch(config -> config.at("Provider").isAbsent())
                || configs.members().stream()
                        .anyMatch(config -> config.at("Provider").at("KeyArn").isEmpty());
    }
}
