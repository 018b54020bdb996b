package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceTypes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceTypesTest {

    private static final String EVERYTHING = """
        Parameters:
          Note: {Type: String, Default: first}
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument: &trust
                Version: '2012-10-17'
                Statement: [{Effect: Allow, Principal: {Service: sagemaker.amazonaws.com}, Action: 'sts:AssumeRole'}]
              Description: !Ref Note
              ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess', !Ref Managed]
              Policies: [{PolicyName: own, PolicyDocument: {Statement: []}}]
          Managed:
            Type: AWS::IAM::ManagedPolicy
            Properties: {PolicyDocument: {Statement: [{Effect: Allow, Action: '*', Resource: !GetAtt Bucket.Arn, Sid: !Ref Note}]}}
          Inline:
            Type: AWS::IAM::Policy
            Properties: {PolicyName: more, Roles: [!Ref Role], PolicyDocument: {Statement: []}}
          Profile:
            Type: AWS::IAM::InstanceProfile
            Properties: {Roles: [!Ref Role]}
          Key:
            Type: AWS::KMS::Key
            Properties: {EnableKeyRotation: true, Description: !Ref Note, PendingWindowInDays: 7}
          Alias:
            Type: AWS::KMS::Alias
            Properties: {AliasName: alias/demo, TargetKeyId: !Ref Key}
          Bucket:
            Type: AWS::S3::Bucket
            Properties:
              VersioningConfiguration: {Status: Enabled}
              PublicAccessBlockConfiguration: {BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true}
              BucketEncryption:
                ServerSideEncryptionConfiguration:
                  - ServerSideEncryptionByDefault: {SSEAlgorithm: 'aws:kms', KMSMasterKeyID: !GetAtt Key.Arn}
              Tags: [{Key: note, Value: !Ref Note}]
          BucketPolicy:
            Type: AWS::S3::BucketPolicy
            Properties:
              Bucket: !Ref Bucket
              PolicyDocument:
                Version: '2012-10-17'
                Statement: [{Sid: !Ref Note, Effect: Deny, Principal: '*', Action: 's3:*', Resource: !Sub '${Bucket.Arn}/*'}]
          Topic:
            Type: AWS::SNS::Topic
            Properties: {KmsMasterKeyId: !Ref Key, Subscription: [{Protocol: sqs, Endpoint: !GetAtt Queue.Arn}]}
          TopicPolicy:
            Type: AWS::SNS::TopicPolicy
            Properties: {Topics: [!Ref Topic], PolicyDocument: {Id: !Ref Note, Statement: []}}
          Subscription:
            Type: AWS::SNS::Subscription
            Properties: {TopicArn: !Ref Topic, Protocol: email, Endpoint: a@example.org}
          LogGroup:
            Type: AWS::Logs::LogGroup
            Properties: {RetentionInDays: 7}
          Alarm:
            Type: AWS::CloudWatch::Alarm
            Properties: {ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 1, Threshold: '0.5', AlarmDescription: !Ref Note}
          Target:
            Type: AWS::ApplicationAutoScaling::ScalableTarget
            Properties:
              MaxCapacity: 2
              MinCapacity: 1
              ResourceId: endpoint/e/variant/v
              ScalableDimension: sagemaker:variant:DesiredInstanceCount
              ServiceNamespace: sagemaker
          Scaling:
            Type: AWS::ApplicationAutoScaling::ScalingPolicy
            Properties: {PolicyName: p, PolicyType: TargetTrackingScaling, ScalingTargetId: !Ref Target}
          Queue: {Type: AWS::SQS::Queue}
          QueuePolicy:
            Type: AWS::SQS::QueuePolicy
            Properties: {Queues: [!Ref Queue], PolicyDocument: {Statement: []}}
          Rule:
            Type: AWS::Events::Rule
            Properties: {ScheduleExpression: rate(1 day), Description: !Ref Note}
          Handle: {Type: AWS::CloudFormation::WaitConditionHandle}
          Model:
            Type: AWS::SageMaker::Model
            Properties: {ExecutionRoleArn: !GetAtt Role.Arn, PrimaryContainer: {Image: i}}
          Config:
            Type: AWS::SageMaker::EndpointConfig
            Properties:
              ProductionVariants: [{ModelName: !GetAtt Model.ModelName, VariantName: v, InitialVariantWeight: 1, InstanceType: ml.t2.medium, InitialInstanceCount: 1}]
          Endpoint:
            Type: AWS::SageMaker::Endpoint
            Properties: {EndpointConfigName: !GetAtt Config.EndpointConfigName}
        Outputs:
          Scaling: {Value: !Ref Scaling}
          Queue: {Value: !Ref Queue}
          QueueName: {Value: !GetAtt Queue.QueueName}
          Rule: {Value: !GetAtt Rule.Arn}
          Alarm: {Value: !GetAtt Alarm.Arn}
          LogGroup: {Value: !GetAtt LogGroup.Arn}
          Profile: {Value: !GetAtt Profile.Arn}
          Managed: {Value: !Ref Managed}
        """.replace(" &trust", "");

    private final Cloud cloud = new Cloud();

    @Test
    void everyTypeIsCreatedUpdatedAndDeleted() throws AwsError {
        String id = cloud.created("demo", EVERYTHING, "Capabilities.member.1", "CAPABILITY_IAM");
        assertThat(cloud.history("demo"))
                .filteredOn(line -> line.endsWith("FAILED"))
                .isEmpty();
        assertThat(cloud.status("demo")).isEqualTo("CREATE_COMPLETE");
        assertThat(cloud.call("DescribeStackResources", "StackName", "demo").texts("//ResourceType"))
                .containsOnlyOnceElementsOf(ResourceTypes.names());
        cloud.query("iam", "GetRole", "RoleName", cloud.physicalId("demo", "Role"));

        cloud.call(
                "UpdateStack",
                "StackName",
                "demo",
                "UsePreviousTemplate",
                "true",
                "Capabilities.member.1",
                "CAPABILITY_IAM",
                "Parameters.member.1.ParameterKey",
                "Note",
                "Parameters.member.1.ParameterValue",
                "second");
        cloud.pass(Duration.ofMinutes(30));
        assertThat(cloud.history("demo"))
                .filteredOn(line -> line.endsWith("UPDATE_COMPLETE"))
                .contains(
                        "Role UPDATE_COMPLETE",
                        "Managed UPDATE_COMPLETE",
                        "Key UPDATE_COMPLETE",
                        "Bucket UPDATE_COMPLETE",
                        "BucketPolicy UPDATE_COMPLETE",
                        "TopicPolicy UPDATE_COMPLETE",
                        "Alarm UPDATE_COMPLETE",
                        "Rule UPDATE_COMPLETE",
                        "demo UPDATE_COMPLETE");

        cloud.call("DeleteStack", "StackName", "demo");
        cloud.pass(Duration.ofMinutes(30));
        assertThat(cloud.status(id)).isEqualTo("DELETE_COMPLETE");
        assertThat(cloud.query("iam", "ListRoles").texts("//RoleName")).isEmpty();
        assertThat(cloud.query("iam", "ListPolicies").texts("//PolicyName")).isEmpty();
        assertThat(cloud.json("kms", "ListAliases", "{}")).contains("\"Aliases\":[]");
        assertThat(cloud.sageMaker.models).isEmpty();
    }

    @Test
    void namesAndAttributesHaveTheFormOfAws() throws AwsError {
        cloud.created("demo", EVERYTHING, "Capabilities.member.1", "CAPABILITY_IAM");

        assertThat(cloud.physicalId("demo", "Role")).matches("demo-Role-[A-Za-z0-9]{12}");
        assertThat(cloud.physicalId("demo", "Bucket")).matches("demo-bucket-[a-z0-9]{12}");
        assertThat(cloud.physicalId("demo", "Key")).matches("[-0-9a-f]{36}");
        assertThat(cloud.physicalId("demo", "Alias")).isEqualTo("alias/demo");
        assertThat(cloud.physicalId("demo", "Target"))
                .isEqualTo("endpoint/e/variant/v|sagemaker:variant:DesiredInstanceCount|sagemaker");
        List<String> outputs = cloud.call("DescribeStacks", "StackName", "demo").texts("//OutputValue");
        assertThat(outputs.get(0))
                .matches(
                        "arn:aws:autoscaling:eu-west-1:123456789012:scalingPolicy:[-0-9a-f]{36}:resource/sagemaker/endpoint/e/variant/v:policyName/p");
        assertThat(outputs.get(1)).matches("https://sqs.eu-west-1.amazonaws.com/123456789012/demo-Queue-.{12}");
        assertThat(outputs.get(2)).matches("demo-Queue-.{12}");
        assertThat(outputs.get(3)).matches("arn:aws:events:eu-west-1:123456789012:rule/demo-Rule-.{12}");
        assertThat(outputs.get(4)).matches("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:demo-Alarm-.{12}");
        assertThat(outputs.get(5)).matches("arn:aws:logs:eu-west-1:123456789012:log-group:demo-LogGroup-.{12}:\\*");
        assertThat(outputs.get(6)).matches("arn:aws:iam::123456789012:instance-profile/demo-Profile-.{12}");
        assertThat(outputs.get(7)).matches("arn:aws:iam::123456789012:policy/demo-Managed-.{12}");
    }

    @Test
    void longNamesAreCutToTheirLimit() throws AwsError {
        String stack = "a-stack-with-a-name-that-is-much-longer-than-names-should-be";

        cloud.created(stack, "Resources: {TheBucketWithAVeryLongLogicalIdThatGoesOnAndOn: {Type: 'AWS::S3::Bucket'}}");

        assertThat(cloud.physicalId(stack, "TheBucketWithAVeryLongLogicalIdThatGoesOnAndOn"))
                .hasSizeLessThanOrEqualTo(63)
                .startsWith("a-stack-with-")
                .matches(".*-thebucket.*-[a-z0-9]{12}");
    }
}
