package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.nag.rules.Pack;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a rule's decision turns: what is absent, false, a reference or in a list. */
class RuleEdgesTest {
    private static final LintOptions ALL = LintOptions.DEFAULT.withPacks(Set.of(Pack.values()));

    private static List<String> flagged(String rule, String type, String body) {
        Verdicts verdicts = Verdicts.of(
                "Parameters: {P: {Type: String}}\nResources:\n  A: {Type: '" + type + "', " + body + "}\n", ALL);
        assertThat(verdicts.violations("FATAL")).isEmpty();
        return verdicts.flaggedBy(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "X: y | false",
                "Metadata: {} | false",
                "Metadata: {AWS::CloudFormation::Authentication: false} | false",
                "Metadata: {AWS::CloudFormation::Authentication: []} | false",
                "Metadata: {AWS::CloudFormation::Authentication: {}} | false",
                "Metadata: {AWS::CloudFormation::Authentication: {a: {}}} | false",
                "Metadata: {AWS::CloudFormation::Authentication: {a: {password: p}}} | true",
                "Metadata: {AWS::CloudFormation::Authentication: {a: {secretKey: p}}} | true",
                "Metadata: {AWS::CloudFormation::Authentication: {a: {accessKeyId: p}}} | true"
            })
    void ofCredentialsInMetadata(String body, boolean flagged) {
        assertThat(flagged("W1", "My::Thing", body)).hasSize(flagged ? 1 : 0);
        assertThat(flagged("MALFORMED", "My::Thing", body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "F71 | AWS::ManagedBlockchain::Member | X: y | false",
                "F71 | AWS::ManagedBlockchain::Member | MemberConfiguration: {} | false",
                "F71 | AWS::ManagedBlockchain::Member | MemberConfiguration: {MemberFrameworkConfiguration: {}} | false",
                "F71 | AWS::ManagedBlockchain::Member | MemberConfiguration: {MemberFrameworkConfiguration:"
                        + " {MemberFabricConfiguration: {AdminPassword: p}}} | true",
                "F50 | AWS::Amplify::App | BasicAuthConfig: {} | false",
                "F50 | AWS::Amplify::App | BasicAuthConfig: {Password: p} | true",
                "F50 | AWS::Amplify::App | BasicAuthConfig: {Password: 5} | false",
                "F50 | AWS::Amplify::App | BasicAuthConfig: {Password: '{{resolve:ssm-secure:p}}'} | false",
                "F50 | AWS::Amplify::App | BasicAuthConfig: {Password: '{{resolve:ssm-secure:p'} | true",
                "F50 | AWS::Amplify::App | BasicAuthConfig: {Password: '{{resolve:ssm:p}}'} | true",
                "F52 | AWS::AmazonMQ::Broker | X: y | false",
                "F52 | AWS::AmazonMQ::Broker | Users: [] | false",
                "F52 | AWS::AmazonMQ::Broker | Users: [{Password: !Ref P}, {}] | true",
                "F14 | AWS::S3::Bucket | AccessControl: PublicRead | false",
                "W48 | AWS::SQS::Queue | KmsMasterKeyId: !Ref AWS::NoValue | true",
                "F26 | AWS::RDS::DBCluster | StorageEncrypted: !Ref AWS::NoValue | true",
                "F26 | AWS::RDS::DBCluster | StorageEncrypted: !Ref P | false",
                "F26 | AWS::RDS::DBCluster | StorageEncrypted: 'False' | true",
                "W78 | AWS::DynamoDB::Table | PointInTimeRecoverySpecification: {} | true",
                "W78 | AWS::DynamoDB::Table | PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: !Ref P} | true",
                "W78 | AWS::DynamoDB::Table | PointInTimeRecoverySpecification: {PointInTimeRecoveryEnabled: true} | false",
                "W91 | AWS::DMS::ReplicationInstance | PubliclyAccessible: false | false",
                "W91 | AWS::DMS::ReplicationInstance | PubliclyAccessible: !Ref P | false",
                "W91 | AWS::DMS::ReplicationInstance | X: y | true",
                "W52 | AWS::ElasticLoadBalancingV2::LoadBalancer | LoadBalancerAttributes: [] | true",
                "W52 | AWS::ElasticLoadBalancingV2::LoadBalancer |"
                        + " LoadBalancerAttributes: [{Key: access_logs.s3.enabled, Value: 'true'}] | false",
                "W52 | AWS::ElasticLoadBalancingV2::LoadBalancer |"
                        + " LoadBalancerAttributes: [{Key: access_logs.s3.enabled, Value: 'false'}] | true",
                "W52 | AWS::ElasticLoadBalancingV2::LoadBalancer |"
                        + " LoadBalancerAttributes: [{Key: access_logs.s3.enabled}, {Key: x, Value: y}] | true",
                "W52 | AWS::ElasticLoadBalancingV2::LoadBalancer |"
                        + " LoadBalancerAttributes: [{Key: other, Value: 'true'}] | true",
                "W65 | AWS::GameLift::Fleet | EC2InboundPermissions: [{FromPort: 1, ToPort: '1'}] | false",
                "W65 | AWS::GameLift::Fleet | EC2InboundPermissions: [{FromPort: 1, ToPort: 2}] | true",
                "W65 | AWS::GameLift::Fleet | X: y | false",
                "W59 | AWS::ApiGateway::Method | HttpMethod: OPTIONS, AuthorizationType: NONE | false",
                "W59 | AWS::ApiGateway::Method | HttpMethod: GET, AuthorizationType: None | true",
                "W59 | AWS::ApiGateway::Method | HttpMethod: GET | true",
                "W59 | AWS::ApiGateway::Method | HttpMethod: GET, AuthorizationType: AWS_IAM | false",
                "W87 | AWS::ApiGateway::Deployment | StageDescription: {CachingEnabled: true} | true",
                "W87 | AWS::ApiGateway::Deployment | StageDescription: {CachingEnabled: true, CacheDataEncrypted: true} | false",
                "W87 | AWS::ApiGateway::Deployment | StageDescription: {CacheDataEncrypted: false} | false",
                "W87 | AWS::ApiGateway::Deployment | X: y | false",
                "W45 | AWS::ApiGateway::Deployment | X: y | true",
                "W45 | AWS::ApiGateway::Deployment | StageDescription: {} | true",
                "W45 | AWS::ApiGateway::Deployment | StageDescription: {AccessLogSetting: {}} | false",
                "W66 | AWS::EC2::NetworkAclEntry | RuleAction: allow, Protocol: 58 | true",
                "W66 | AWS::EC2::NetworkAclEntry | RuleAction: allow, Protocol: 58, Ipv6CidrBlock: x, Icmp: {Code: 1} | true",
                "W66 | AWS::EC2::NetworkAclEntry |"
                        + " RuleAction: allow, Protocol: 58, Ipv6CidrBlock: x, Icmp: {Code: 1, Type: 1} | false",
                "W66 | AWS::EC2::NetworkAclEntry | RuleAction: allow, Protocol: 58, Icmp: {Code: 1, Type: 1} | true",
                "W66 | AWS::EC2::NetworkAclEntry | RuleAction: deny, Protocol: -1 | false",
                "W66 | AWS::EC2::NetworkAclEntry | RuleAction: allow, Protocol: '17' | false",
                "W67 | AWS::EC2::NetworkAclEntry | Protocol: 6, PortRange: {From: 0, To: 65535} | true",
                "W67 | AWS::EC2::NetworkAclEntry | Protocol: 6, PortRange: {From: 1, To: 65535} | false",
                "W67 | AWS::EC2::NetworkAclEntry | Protocol: 6, PortRange: {From: 0, To: 65534} | false",
                "W67 | AWS::EC2::NetworkAclEntry | Protocol: 6, PortRange: {From: 0} | true",
                "W67 | AWS::EC2::NetworkAclEntry | Protocol: 6, PortRange: {To: 0} | true",
                "W67 | AWS::EC2::NetworkAclEntry | Protocol: 1 | false",
                "W50 | AWS::IAM::User | LoginProfile: {} | true",
                "W50 | AWS::IAM::User | LoginProfile: {PasswordResetRequired: false} | true",
                "W50 | AWS::IAM::User | LoginProfile: {PasswordResetRequired: true} | false",
                "W50 | AWS::IAM::User | X: y | false",
                "F13 | AWS::Lambda::Permission | Principal: 'a*', FunctionName: f, Action: lambda:InvokeFunction | true",
                "F13 | AWS::Lambda::Permission | Principal: {a: '*'}, FunctionName: f, Action: lambda:InvokeFunction | false",
                "W24 | AWS::Lambda::Permission | Principal: a, FunctionName: f, Action: lambda:InvokeFunction | false",
                "W24 | AWS::Lambda::Permission | Principal: a, FunctionName: f, Action: lambda:* | true"
            })
    void ofProperties(String rule, String type, String properties, boolean flagged) {
        assertThat(flagged(rule, type, "Properties: {" + properties + "}")).hasSize(flagged ? 1 : 0);
    }

    /** A cluster's data is encrypted on its disks or in S3, and on the way. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{LocalDiskEncryptionConfiguration: {EncryptionKeyProviderType: k}} |"
                        + " {TLSCertificateConfiguration: {CertificateProviderType: c}} | true | false",
                "{S3EncryptionConfiguration: {EncryptionMode: m}} |"
                        + " {TLSCertificateConfiguration: {CertificateProviderType: c}} | true | false",
                "{S3EncryptionConfiguration: {EncryptionMode: m}} |"
                        + " {TLSCertificateConfiguration: {CertificateProviderType: c}} | false | true",
                "{LocalDiskEncryptionConfiguration: {}} |"
                        + " {TLSCertificateConfiguration: {CertificateProviderType: c}} | true | true",
                "{} | {TLSCertificateConfiguration: {CertificateProviderType: c}} | true | true",
                "{S3EncryptionConfiguration: {EncryptionMode: m}} | {TLSCertificateConfiguration: {}} | true | true",
                "{S3EncryptionConfiguration: {EncryptionMode: m}} | {} | true | true",
                " | {TLSCertificateConfiguration: {CertificateProviderType: c}} | true | true",
                "{S3EncryptionConfiguration: {EncryptionMode: m}} | | true | true"
            })
    void ofTheEncryptionOfEmr(String atRest, String inTransit, boolean enabled, boolean flagged) {
        String configuration = "EnableAtRestEncryption: true, EnableInTransitEncryption: " + enabled
                + (atRest == null ? "" : ", AtRestEncryptionConfiguration: " + atRest)
                + (inTransit == null ? "" : ", InTransitEncryptionConfiguration: " + inTransit);

        assertThat(flagged(
                        "W61",
                        "AWS::EMR::SecurityConfiguration",
                        "Properties: {SecurityConfiguration: {EncryptionConfiguration: {" + configuration + "}}}"))
                .hasSize(flagged ? 1 : 0);
    }
}
