package io.jenkins.plugins.sagemaker.nag.rules;

import static io.jenkins.plugins.sagemaker.nag.rules.Checks.absent;
import static io.jenkins.plugins.sagemaker.nag.rules.Checks.isTrue;
import static io.jenkins.plugins.sagemaker.nag.rules.Checks.notTrue;

import io.jenkins.plugins.sagemaker.nag.template.References;
import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Networks, containers, logs, and habits that make stacks hard to run. */
final class OperationsRules {
    private static final Map<String, String> NAMES = names();

    private OperationsRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.of(
                        "W1",
                        "CloudFormationAuthenticationRule",
                        List.of(),
                        OperationsRules::credentials,
                        "The metadata hold credentials for cfn-init.",
                        "Whoever may read the template or the stack has them.",
                        "Use an instance role: type S3 with roleName in AWS::CloudFormation::Authentication."),
                Rule.of(
                        "W28",
                        "ResourceWithExplicitNameRule",
                        List.copyOf(NAMES.keySet()),
                        (scope, findings) -> NAMES.forEach((type, property) -> scope.ofType(type)
                                .forEach(resource -> findings.flagIf(
                                        resource,
                                        () -> !resource.property(property).isAbsent()))),
                        "The resource has a fixed name.",
                        "CloudFormation cannot replace it in an update, nor make a second stack of the template.",
                        "Leave the name to CloudFormation, or build it from the stack's name."),
                Rule.each(
                        "W33",
                        "EC2SubnetMapPublicIpOnLaunchRule",
                        "AWS::EC2::Subnet",
                        isTrue("MapPublicIpOnLaunch"),
                        "Every machine started in the subnet gets a public address.",
                        "Machines that nobody meant to publish can be reached from the internet.",
                        "Set MapPublicIpOnLaunch to false and give addresses where they are needed."),
                Rule.each(
                        "W60",
                        "VpcHasFlowLogRule",
                        "AWS::EC2::VPC",
                        (vpc, scope) -> scope.ofType("AWS::EC2::FlowLog").stream()
                                .noneMatch(log -> records(log.property("ResourceId"), vpc, scope)),
                        "No flow log records the traffic of the VPC.",
                        "After a break-in nobody can tell what went where.",
                        "Add an AWS::EC2::FlowLog whose ResourceId is a Ref to the VPC."),
                Rule.each(
                        "W34",
                        "BatchJobDefinitionContainerPropertiesPrivilegedRule",
                        "AWS::Batch::JobDefinition",
                        (job, scope) -> job.property("ContainerProperties").isGiven()
                                && job.property("ContainerProperties")
                                        .at("Privileged")
                                        .isTrue(),
                        "The job's container runs privileged.",
                        "Who breaks out of it is root on the machine.",
                        "Set ContainerProperties.Privileged to false."),
                Rule.each(
                        "W65",
                        "GameLiftFleetInboundPortRangeRule",
                        "AWS::GameLift::Fleet",
                        (fleet, scope) -> opensPortRange(fleet.property("EC2InboundPermissions")),
                        "The fleet opens a range of ports.",
                        "More of the machines can be reached than the game needs.",
                        "Write one permission per port, with equal FromPort and ToPort."),
                Rule.each(
                        "W79",
                        "ECRRepositoryScanOnPushRule",
                        "AWS::ECR::Repository",
                        notTrue("ImageScanningConfiguration", "ScanOnPush"),
                        "Images are not scanned when they are pushed.",
                        "Known holes in an image go unnoticed into production.",
                        "Set ImageScanningConfiguration.ScanOnPush to true."),
                Rule.each(
                        "W86",
                        "LogsLogGroupRetentionRule",
                        "AWS::Logs::LogGroup",
                        absent("RetentionInDays"),
                        "The log group keeps everything forever.",
                        "The cost grows without end, and personal data outlive their purpose.",
                        "Set RetentionInDays."));
    }

    /** In the order in which the findings are listed. */
    private static Map<String, String> names() {
        var names = new LinkedHashMap<String, String>();
        names.put("AWS::ApiGateway::ApiKey", "Name");
        names.put("AWS::CloudWatch::Alarm", "AlarmName");
        names.put("AWS::CodeDeploy::DeploymentConfig", "DeploymentConfigName");
        names.put("AWS::CodeDeploy::DeploymentGroup", "DeploymentGroupName");
        names.put("AWS::DynamoDB::Table", "TableName");
        names.put("AWS::EC2::SecurityGroup", "GroupName");
        names.put("AWS::ECR::Repository", "RepositoryName");
        names.put("AWS::ElasticLoadBalancingV2::LoadBalancer", "Name");
        names.put("AWS::Elasticsearch::Domain", "DomainName");
        names.put("AWS::IAM::Group", "GroupName");
        names.put("AWS::IAM::ManagedPolicy", "ManagedPolicyName");
        names.put("AWS::IAM::Role", "RoleName");
        names.put("AWS::Kinesis::Stream", "Name");
        names.put("AWS::RDS::DBInstance", "DBInstanceIdentifier");
        return names;
    }

    /** Looks at the template as written, so this rule cannot be suppressed in it. */
    private static void credentials(Scope scope, Findings findings) {
        for (var entry : scope.writtenResources().entries().entrySet()) {
            Resource resource = scope.resource(entry.getKey().text());
            if (resource != null) {
                findings.flagIf(resource, () -> hasCredentials(entry.getValue().at("Metadata")));
            }
        }
    }

    private static boolean hasCredentials(Value metadata) {
        if (!metadata.isGiven()
                || !metadata.at("AWS::CloudFormation::Authentication").isGiven()) {
            return false;
        }
        Value sources = metadata.at("AWS::CloudFormation::Authentication");
        if (sources.isList() && sources.isEmpty()) {
            return false;
        }
        return sources.entries().values().stream()
                .anyMatch(entry -> entry.at("accessKeyId").isGiven()
                        || entry.at("password").isGiven()
                        || entry.at("secretKey").isGiven());
    }

    /** Only a Ref will do, not a Fn::GetAtt of the VpcId, unless strict. */
    private static boolean records(Value resourceId, Resource vpc, Scope scope) {
        return resourceId.isGiven()
                && (resourceId.at("Ref").is(vpc.logicalId())
                        || scope.isStrict() && vpc.logicalId().equals(References.target(resourceId, "VpcId")));
    }

    private static boolean opensPortRange(Value permissions) {
        return !permissions.isAbsent()
                && permissions.members().stream()
                        .anyMatch(permission -> !permission
                                .at("FromPort")
                                .text()
                                .equals(permission.at("ToPort").text()));
    }
}
