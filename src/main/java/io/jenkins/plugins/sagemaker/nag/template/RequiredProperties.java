package io.jenkins.plugins.sagemaker.nag.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What cfn_nag demands of 23 resource types before it checks anything: properties that must be present and not null.
 * The list is cfn-model 0.6.6's and differs in places from what CloudFormation demands.
 */
final class RequiredProperties {
    private static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            Map.entry("AWS::EC2::SecurityGroup", List.of("GroupDescription")),
            Map.entry("AWS::EC2::SecurityGroupIngress", List.of("GroupId", "IpProtocol")),
            Map.entry("AWS::EC2::SecurityGroupEgress", List.of("GroupId", "IpProtocol")),
            Map.entry("AWS::EC2::NetworkInterface", List.of("SubnetId")),
            Map.entry(
                    "AWS::EC2::NetworkInterfaceAttachment", List.of("DeviceIndex", "InstanceId", "NetworkInterfaceId")),
            Map.entry("AWS::EC2::Instance", List.of()),
            Map.entry("AWS::EC2::NetworkAcl", List.of()),
            Map.entry("AWS::EC2::NetworkAclEntry", List.of()),
            Map.entry("AWS::ElasticLoadBalancing::LoadBalancer", List.of("Listeners")),
            Map.entry("AWS::CloudFront::Distribution", List.of("DistributionConfig")),
            Map.entry("AWS::IAM::Policy", List.of("PolicyDocument", "PolicyName")),
            Map.entry("AWS::IAM::ManagedPolicy", List.of("PolicyDocument")),
            Map.entry("AWS::IAM::Role", List.of("AssumeRolePolicyDocument")),
            Map.entry("AWS::IAM::UserToGroupAddition", List.of("GroupName", "Users")),
            Map.entry("AWS::KMS::Key", List.of("KeyPolicy")),
            Map.entry("AWS::Lambda::Function", List.of("Code", "Role")),
            Map.entry("AWS::Lambda::Permission", List.of("Action", "FunctionName", "Principal")),
            Map.entry("AWS::S3::BucketPolicy", List.of("PolicyDocument", "Bucket")),
            Map.entry("AWS::SNS::TopicPolicy", List.of("PolicyDocument", "Topics")),
            Map.entry("AWS::SQS::QueuePolicy", List.of("PolicyDocument", "Queues")));
    private static final List<String> MAP_IF_GIVEN =
            List.of("AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::IAM::User", "AWS::IAM::Group");
    private static final List<String> DISTRIBUTION = List.of("DefaultCacheBehavior", "Enabled", "Origins");

    private RequiredProperties() {}

    /** What the properties of a resource of the type lack, in words; empty if nothing. */
    static List<String> faults(String type, Object properties) {
        List<String> required = REQUIRED.get(type);
        if (required == null && !MAP_IF_GIVEN.contains(type)) {
            return List.of();
        }
        if (properties == null) {
            return required == null ? List.of() : List.of("Properties are required");
        }
        if (!(properties instanceof Map<?, ?>)) {
            return List.of("Properties must be a map");
        }
        Map<?, ?> map = TemplateShape.merged(properties);
        List<String> faults = required == null ? new ArrayList<>() : missing(map, required);
        if (type.equals("AWS::IAM::Group") && map.get("Policies") != null && !(map.get("Policies") instanceof List)) {
            faults.add("Policies must be a list");
        }
        if (type.equals("AWS::CloudFront::Distribution") && map.get("DistributionConfig") != null) {
            faults.addAll(
                    map.get("DistributionConfig") instanceof Map<?, ?> config
                            ? missing(TemplateShape.merged(config), DISTRIBUTION)
                            : List.of("DistributionConfig must be a map"));
        }
        return faults;
    }

    /**
     * As {@link #faults}, but with what CloudFormation demands: the group of a security group rule may be given by name,
     * and KMS has a key policy of its own.
     */
    static List<String> strictFaults(String type, Object properties) {
        if (type.equals("AWS::KMS::Key")) {
            return List.of();
        }
        var faults = new ArrayList<>(faults(type, properties));
        if (properties instanceof Map<?, ?> map && map.get("GroupName") != null) {
            faults.remove("the property GroupId is required");
        }
        return faults;
    }

    private static List<String> missing(Map<?, ?> map, List<String> required) {
        var faults = new ArrayList<String>();
        for (String property : required) {
            if (map.get(property) == null) {
                faults.add("the property " + property + " is required");
            }
        }
        return faults;
    }
}
