package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.nag.report.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the original crashes, the resource that it chokes on is a finding and all others are checked. */
class MalformedResourceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{Type: [a]}",
                "{Type: 5}",
                "{Type: AWS::S3::bucket}",
                "{Type: AWS::S3}",
                "{Type: AWS::s3::Bucket}",
                "{Type: AWS::\u65e5::Bucket}",
                "{Type: \u65e5\u672c::Thing}",
                "{Type: AWS::SQS::Queue, Properties: {\u00e9: c, KmsMasterKeyId: k}}",
                "{Type: Custom::My.Thing}",
                "{Type: AWS::SQS::Queue, Properties: [a]}",
                "{Type: AWS::SQS::Queue, Properties: {a.b: c, KmsMasterKeyId: k}}",
                "{Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: g, SecurityGroupIngress: text}}",
                "{Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: g, SecurityGroupEgress: ~}}",
                "{Type: AWS::IAM::User, Properties: {Groups: text}}",
                "{Type: AWS::IAM::Policy, Properties: {PolicyName: p, PolicyDocument: {Statement: 5}}}",
                "{Type: AWS::IAM::Policy, Properties: {PolicyName: p, PolicyDocument: {}, Users: ~}}",
                "{Type: AWS::KMS::Key, Properties: {KeyPolicy: {Statement: {Effect: Allow, Principal: [a]}}}}",
                "{Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}, Policies: [{PolicyName: p}]}}",
                "{Type: AWS::EC2::SecurityGroupIngress, Properties: {GroupId: g, IpProtocol: t, CidrIpv6: nonsense}}",
                "{Type: AWS::WAF::WebACL}",
                "{Type: AWS::DLM::LifecyclePolicy, Properties: {PolicyDetails: {Actions: [{Name: n}]}}}",
                "{Type: AWS::Lambda::Function, Properties: {Code: c, Role: !GetAtt Good.Arn}}",
                "{Type: 'AWS:0:SQSQueue'}",
                "{Type: AWS::SQS::Queue, Properties: {Fn::If: [C, x, y]}}",
                "{Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: {Fn::Join: [[], [a, b]]}}}",
                "{Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: {Fn::Select: [[], [a]]}}}",
                "{Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: {Fn::Sub: ['${a}']}}}",
                "{Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: {Fn::Select: [first, [a]]}}}",
                "{Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: {Fn::Split: [[], a]}}}",
                "{Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: {Fn::GetAtt: [[a], Arn]}}}",
                "{Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: {Fn::If: ~}}}",
                "{Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: g, SecurityGroupEgress: [{Fn::Cidr: []}]}}",
                "{Type: AWS::KMS::Key, Properties: {KeyPolicy: {Statement: {Effect: Deny, Principal: [a]}}}}"
            })
    void isAFindingAndTheOthersAreChecked(String resource) {
        Verdicts verdicts =
                Verdicts.of("Resources:\n  Odd: %s\n  Good:\n    Type: AWS::SNS::Topic\n".formatted(resource));

        assertThat(verdicts.flaggedBy("MALFORMED")).contains("Odd").doesNotContain("Good");
        assertThat(verdicts.flaggedBy("W47")).containsExactly("Good");
        assertThat(verdicts.report().failureCount()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS::\u00c9::Topic",
                "AWS::SNS::\u00c9a",
                "AWS::SNS::T\u65e5",
                "\u00e9A::b",
                "Custom::\u00e9-@",
                "a\u65e5::\u00e9"
            })
    void lettersOfAllKindsMayBeInTheNameOfAType(String type) {
        assertThat(Verdicts.of("Resources: {A: {Type: %s}}\n".formatted(type)).all())
                .isEmpty();
    }

    @Test
    void aPortThatIsNoNumberIsAMatterOfItsEntry() {
        String entry = "{Type: AWS::EC2::NetworkAclEntry, Properties: {NetworkAclId: a, Protocol: 6,"
                + " RuleNumber: %d, PortRange: {From: %s, To: 80}}}\n";

        Verdicts verdicts = Verdicts.of(
                "Resources:\n  Odd: " + entry.formatted(1, ".inf") + "  Good: " + entry.formatted(2, "80.5"));

        assertThat(verdicts.violations("MALFORMED"))
                .extracting(Violation::message)
                .containsExactly("The resource cannot be checked completely:"
                        + " the value 'Infinity' stands where a number is expected.");
    }

    @Test
    void aValueThatCannotBeDecidedIsNotTakenForMissing() {
        String queue = "Resources: {Q: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: {'Fn::If': ~}}}}";

        assertThat(Verdicts.of(queue).flaggedBy("W48")).isEmpty();
        assertThat(Verdicts.of(queue).flaggedBy("MALFORMED")).contains("Q");
    }

    @Test
    void theMessageSaysWhatIsWrong() {
        Verdicts verdicts = Verdicts.of("Resources:\n  Q:\n    Type: AWS::SQS::Queue\n    Properties: text\n");

        assertThat(verdicts.violations("MALFORMED").get(0).message())
                .isEqualTo("The resource cannot be checked completely: its Properties are the text 'text', not a map.");
        assertThat(verdicts.linesOf("MALFORMED")).containsExactly(3);
    }

    @Test
    void aMergeKeyAmongPropertiesIsMerged() {
        String template = """
            X: &x {KmsMasterKeyId: alias/app}
            Resources:
              T:
                Type: AWS::SNS::Topic
                Properties: {<<: *x}
            """;

        assertThat(Verdicts.of(template).all()).isEmpty();
    }

    @Test
    void aParameterWithAnImpossibleAttributeIsAFinding() {
        String template = "Parameters:\n  P:\n    Type: String\n    No Echo: true\nResources:\n"
                + "  T: {Type: AWS::SNS::Topic}\n";

        assertThat(Verdicts.of(template).all()).containsExactly("W47 T", "MALFORMED P");
        assertThat(Verdicts.of(template).linesOf("MALFORMED")).containsExactly(3);
    }

    @Test
    void aServerlessFunctionWithoutWhatTheTransformNeedsIsAFinding() {
        String template = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              A: {Type: AWS::Serverless::Function}
              B: {Type: AWS::Serverless::Function, Properties: {Role: r, Events: text}}
              C: {Type: AWS::Serverless::Function, Properties: {Role: r, Events: {E: {Type: Api}}}}
            """;

        assertThat(Verdicts.of(template).flaggedBy("MALFORMED")).containsExactly("A", "B", "C");
        assertThat(Verdicts.of(template).flaggedBy("W89")).containsExactly("A", "B", "C");
    }

    @Test
    void whatCloudFormationTakesIsSimplyChecked() {
        String template = """
            Parameters:
            Resources:
              Q:
                Type: AWS::SQS::Queue
                Properties: {KmsMasterKeyId: {Fn::Select: ['0', [k]]}}
              T:
                Type: AWS::SNS::Topic
                Properties: {KmsMasterKeyId: {Fn::Select: [0, !GetAZs '']}}
            """;

        assertThat(Verdicts.of(template).all()).isEmpty();
    }
}
