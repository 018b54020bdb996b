package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the strict mode makes of parameters, conditions, transforms and faults of a template. */
class StrictTemplateTest {
    private static final LintOptions STRICT = LintOptions.DEFAULT.withStrict(true);

    @Test
    void aValueThatIsGivenToASecretStaysSecret() {
        String template = "Parameters:\n  Secret: {Type: String, NoEcho: true}\nResources:\n"
                + "  D: {Type: AWS::DMS::Endpoint, Properties: {Password: !Ref Secret}}\n";
        var options = LintOptions.DEFAULT.withParameterValues("{\"Parameters\": {\"Secret\": \"x\"}}");

        assertThat(Verdicts.of(template, options).flaggedBy("F37")).containsExactly("D");
        assertThat(Verdicts.of(template, options.withStrict(true)).flaggedBy("F37"))
                .isEmpty();
    }

    @Test
    void aGivenConditionHoldsInBothReadings() {
        String template = "Conditions: {C: !Equals [a, a]}\nResources:\n"
                + "  B: {Type: AWS::S3::Bucket, Properties: {AccessControl: !If [C, PublicRead, PublicReadWrite]}}\n";

        assertThat(Verdicts.of(template, STRICT).all()).contains("W31 B", "F14 B");
        assertThat(Verdicts.of(template, STRICT.withConditionValues("{\"C\": true}"))
                        .all())
                .contains("W31 B")
                .doesNotContain("F14 B");
    }

    @Test
    void aTransformMayStandInAListAndKeepsAFunctionsProperties() {
        String template = """
            Transform: [AWS::Serverless-2016-10-31]
            Globals: {Function: {VpcConfig: {SubnetIds: [subnet-1]}}}
            Resources:
              F: {Type: AWS::Serverless::Function, Properties: {Handler: a.b}}
            """;

        assertThat(Verdicts.of(template).all()).isEmpty();
        assertThat(Verdicts.of(template, STRICT).all()).containsExactly("W92 F");
    }

    @Test
    void whatEndsAFileInCfnNagIsAMatterOfItsResource() {
        String template = """
            Resources:
              I: {Type: AWS::EC2::SecurityGroupIngress, Properties: {GroupName: g, IpProtocol: tcp, CidrIp: 0.0.0.0/0}}
              R: {Type: AWS::IAM::Role, Properties: {RoleName: r}}
              T: {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref Gone}}
              S: {Type: AWS::ApiGateway::Stage, Properties: {AccessLogSetting: {Format: x}}}
            """;

        assertThat(Verdicts.of(template).fatal()).contains("GroupId");
        Verdicts strict = Verdicts.of(template, STRICT);
        assertThat(strict.flaggedBy("W2")).containsExactly("I");
        assertThat(strict.flaggedBy("W47")).containsExactly("T");
        assertThat(strict.flaggedBy("MALFORMED")).containsExactly("T", "R");
    }

    @Test
    void referencesAreCheckedInListsAndTextsUnlessATransformMayMakeTheirTargets() {
        String resources = """
            Resources:
              Q:
                Type: AWS::SQS::Queue
                Properties: {KmsMasterKeyId: k, Tags: [{Key: a, Value: !Ref Gone}], QueueName: !Sub 'a-${Lost.Name}-${!b}'}
            """;

        assertThat(Verdicts.of(resources).all()).isEmpty();
        assertThat(Verdicts.of(resources, STRICT).violations("MALFORMED"))
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).contains("Gone, Lost.Name"));
        assertThat(Verdicts.of("Transform: Macro\n" + resources, STRICT).all()).isEmpty();
    }

    @Test
    void aSuppressionTakesBackFindingsAndHidesNothing() {
        String template = """
            Resources:
              B: {Type: AWS::S3::Bucket}
              P:
                Type: AWS::S3::BucketPolicy
                Metadata: {cfn_nag: {rules_to_suppress: [{id: W51}]}}
                Properties: {Bucket: !Ref B, PolicyDocument: {}}
            """;

        assertThat(Verdicts.of(template).flaggedBy("W51")).containsExactly("B");
        assertThat(Verdicts.of(template, STRICT).flaggedBy("W51")).isEmpty();
    }

    @Test
    void aDocumentThatDefeatsTheMetricDoesNotHideTheOthers() {
        String template = """
            Resources:
              P:
                Type: AWS::IAM::Policy
                Properties: {PolicyName: p, PolicyDocument: {Statement: {Condition: {Bool: {a: [1]}}}}}
            """;

        assertThat(Verdicts.of(template).all()).isEmpty();
        assertThat(Verdicts.of(template, STRICT).all()).containsExactly("MALFORMED P");
    }
}
