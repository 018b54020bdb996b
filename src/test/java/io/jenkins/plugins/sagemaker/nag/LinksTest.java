package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Resources that belong together. */
class LinksTest {
    private static final LintOptions STRICT = LintOptions.DEFAULT.withStrict(true);
    private static final String INGRESS = """
          Rule:
            Type: AWS::EC2::SecurityGroupIngress
            Properties:
              GroupId: %s
              IpProtocol: tcp
              FromPort: 1
              ToPort: 1
              CidrIp: 0.0.0.0/0
        """;

    @Test
    void aStandaloneRuleOfAParameterizedGroupIsNeverChecked() {
        String template =
                "Parameters:\n  G:\n    Type: String\n    Default: sg-1\nResources:\n" + INGRESS.formatted("!Ref G");

        assertThat(Verdicts.of(template).all()).containsExactly("W36 Rule");
        assertThat(Verdicts.withDefaults(template).flaggedBy("W2")).containsExactly("Rule");
    }

    @Test
    void suppressingOnTheAttachedRuleHasNoEffectOnItsGroup() {
        String template = "Resources:\n  G:\n    Type: AWS::EC2::SecurityGroup\n    Properties: {GroupDescription: g}\n"
                + INGRESS.formatted("!Ref G")
                + "    Metadata: {cfn_nag: {rules_to_suppress: [{id: W2}]}}\n";

        assertThat(Verdicts.of(template).flaggedBy("W2")).containsExactly("G");
    }

    @Test
    void groupsComeBeforeStandaloneRules() {
        String template = "Resources:\n" + INGRESS.formatted("sg-1") + """
              G:
                Type: AWS::EC2::SecurityGroup
                Properties:
                  GroupDescription: g
                  SecurityGroupIngress: {CidrIp: 0.0.0.0/0}
            """;

        assertThat(Verdicts.of(template).flaggedBy("W2")).containsExactly("G", "Rule");
    }

    @Test
    void aMissingGroupInTheMiddleOfTheRulesIsFatal() {
        String template = """
            Conditions: {C: !Equals [a, a]}
            Resources:
              R:
                Type: AWS::EC2::SecurityGroupIngress
                Properties:
                  GroupId: {Fn::If: [C]}
                  IpProtocol: tcp
            """;

        assertThat(Verdicts.of(template).fatal()).contains("reference to a resource");
    }

    @Test
    void aStageThatLogsWithoutDeploymentIsFatal() {
        String template = "Resources:\n"
                + "  S:\n"
                + "    Type: AWS::ApiGateway::Stage\n"
                + "    Properties:\n"
                + "      AccessLogSetting: {Format: x}\n";

        assertThat(Verdicts.of(template).fatal()).contains("reference to a resource");
    }

    @Test
    void aFunctionsRoleMustBeARoleOfTheTemplate() {
        String template = """
            Resources:
              F:
                Type: AWS::Lambda::Function
                Properties: {Code: {ZipFile: x}, Role: !Sub '${R.Arn}'}
              G:
                Type: AWS::Lambda::Function
                Properties: {Code: {ZipFile: x}, Role: !GetAtt R.Arn}
              R:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument: {}
                  ManagedPolicyArns: ['arn:aws:iam::aws:policy/AWSLambdaExecute']
            """;

        assertThat(Verdicts.of(template).flaggedBy("W58")).containsExactly("F");
    }

    @Test
    void threeLogActionsMustStandInOneStatement() {
        String template = """
            Resources:
              F:
                Type: AWS::Lambda::Function
                Properties: {Code: {ZipFile: x}, Role: !GetAtt R.Arn}
              R:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument: {}
                  Policies:
                    - PolicyName: p
                      PolicyDocument:
                        Statement:
                          - {Effect: Allow, Action: 'logs:Create*', Resource: x}
                          - {Effect: Allow, Action: 'logs:PutLogEvents', Resource: x}
            """;

        assertThat(Verdicts.of(template).flaggedBy("W58")).containsExactly("F");
    }

    @Test
    void stagesOfAUsagePlanThatAreAMapMatchNoDeployment() {
        String template = """
            Resources:
              D:
                Type: AWS::ApiGateway::Deployment
                Properties: {RestApiId: a, StageName: prod}
              P:
                Type: AWS::ApiGateway::UsagePlan
                Properties: {ApiStages: {x: {Stage: prod}}}
            """;

        assertThat(Verdicts.of(template).flaggedBy("W68")).containsExactly("D");
        assertThat(Verdicts.of(template).violations("MALFORMED")).isEmpty();
    }

    @Test
    void whatComesFirstAmongUsagePlansDecides() {
        String template = """
            Resources:
              S: {Type: AWS::ApiGateway::Stage}
              P: {Type: AWS::ApiGateway::UsagePlan, Properties: {ApiStages: %s}}
              Q: {Type: AWS::ApiGateway::UsagePlan, Properties: {ApiStages: %s}}
            """;

        assertThat(Verdicts.of(template.formatted("[{ApiId: a}]", "text")).fatal())
                .contains("reference to a resource");
        assertThat(Verdicts.of(template.formatted("text", "[{ApiId: a}]")).flaggedBy("MALFORMED"))
                .containsExactly("S");
    }

    @Test
    void textsInAListOfRulesAreNamesOfProperties() {
        String template = """
            Resources:
              G:
                Type: AWS::EC2::SecurityGroup
                Properties: {GroupDescription: g, SecurityGroupEgress: [{Fn::Split: [',', '%s']}]}
            """;

        assertThat(Verdicts.of(template.formatted("a,b")).flaggedBy("F1000")).isEmpty();
        assertThat(Verdicts.of(template.formatted("::/0,a b")).flaggedBy("MALFORMED"))
                .contains("G");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWS::EC2::Instance | SecurityGroupIds",
                "AWS::EC2::NetworkInterface | SubnetId: s, GroupSet",
                "AWS::ElasticLoadBalancing::LoadBalancer | Listeners: [], SecurityGroups",
                "AWS::ElasticLoadBalancingV2::LoadBalancer | SecurityGroups"
            })
    void anEmptyEntryAmongTheGroupsOfAMachineIsFatalUnlessStrict(String type, String property) {
        String template = "Resources:\n  A: {Type: '" + type + "', Properties: {" + property + ": [sg-1, %s]}}\n";

        assertThat(Verdicts.of(template.formatted("~")).fatal())
                .isEqualTo("A reference to a resource is expected, but an empty value stands there.");
        assertThat(Verdicts.of(template.formatted("~"), STRICT).violations("FATAL"))
                .isEmpty();
        assertThat(Verdicts.of(template.formatted("5")).flaggedBy("MALFORMED")).containsExactly("A");
    }

    @Test
    void strictlyAStageWithoutAPlanIsJustThat() {
        String template = """
            Resources:
              S: {Type: AWS::ApiGateway::Stage}
              D: {Type: AWS::ApiGateway::Deployment, Properties: {StageName: s}}
              P: {Type: AWS::ApiGateway::UsagePlan, Properties: {ApiStages: [{ApiId: a}]}}
            """;

        assertThat(Verdicts.of(template, STRICT).all())
                .contains("W64 S", "W68 D")
                .doesNotContain("FATAL");
    }

    @Test
    void theDeploymentOfAStageMustBeAReference() {
        String template = "Resources:\n  S: {Type: AWS::ApiGateway::Stage, Properties: {DeploymentId: %s}}\n";

        assertThat(Verdicts.of(template.formatted("false")).fatal()).contains("the value 'false' stands there");
        assertThat(Verdicts.of(template.formatted("5")).flaggedBy("MALFORMED")).containsExactly("S");
        assertThat(Verdicts.of(template.formatted("d-1")).violations("MALFORMED"))
                .isEmpty();
    }

    @Test
    void aUsagePlanCoversAStageByReferenceAndADeploymentByEither() {
        String template = """
            Resources:
              D: {Type: AWS::ApiGateway::Deployment}
              E: {Type: AWS::ApiGateway::Deployment}
              N: {Type: AWS::ApiGateway::Deployment, Properties: {StageName: prod}}
              S: {Type: AWS::ApiGateway::Stage, Properties: {DeploymentId: !Ref D}}
              T: {Type: AWS::ApiGateway::Stage, Properties: {DeploymentId: !Ref E}}
              P: {Type: AWS::ApiGateway::UsagePlan, Properties: {ApiStages: [{Stage: !Ref S}]}}
              Q: {Type: AWS::ApiGateway::UsagePlan, Properties: {ApiStages: [{Stage: prod}]}}
              R: {Type: AWS::ApiGateway::UsagePlan}
            """;

        assertThat(Verdicts.of(template).flaggedBy("W64")).containsExactly("T");
        assertThat(Verdicts.of(template).flaggedBy("W68")).containsExactly("E");
    }
}
