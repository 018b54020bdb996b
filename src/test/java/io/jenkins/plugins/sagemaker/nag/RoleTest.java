package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.nag.rules.Pack;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies that a role has, and who may take it. */
class RoleTest {
    private static final LintOptions PACK = LintOptions.DEFAULT.withPacks(Set.of(Pack.SAGEMAKER));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'arn:aws:iam::aws:policy/AdministratorAccess' | true",
                "'arn:aws:iam::aws:policy/AdministratorAccess-Amplify' | true",
                "['arn:aws:iam::aws:policy/AdministratorAccess'] | true",
                "['arn:aws:iam::aws:policy/AdministratorAccess-Amplify'] | false",
                "{'arn:aws:iam::aws:policy/AdministratorAccess': x} | true",
                "{Ref: x} | false",
                "'arn:aws:iam::aws:policy/ReadOnlyAccess' | false"
            })
    void aManagedPolicyCountsWhereverItsArnStands(String arn, boolean flagged) {
        String template = "Parameters: {x: {Type: String}}\nResources:\n  R:\n    Type: AWS::IAM::Role\n"
                + "    Properties: {AssumeRolePolicyDocument: {}, ManagedPolicyArns: [" + arn + "]}\n";

        assertThat(Verdicts.of(template).flaggedBy("W43")).hasSize(flagged ? 1 : 0);
        assertThat(Verdicts.of(template.replace("AdministratorAccess", "PowerUserAccess"))
                        .flaggedBy("W44"))
                .hasSize(flagged ? 1 : 0);
        assertThat(Verdicts.of(template.replace("AdministratorAccess", "IAMFullAccess"))
                        .flaggedBy("W44"))
                .hasSize(flagged ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Roles: [!Ref R] | X: y | logs:* | true",
                "Roles: [!Ref Other] | X: y | logs:* | false",
                "Roles: [name] | RoleName: name | logs:* | true",
                "Roles: [name] | RoleName: other | logs:* | false",
                "Roles: [name] | X: y | logs:* | false",
                "Roles: [R] | X: y | logs:* | false",
                "Roles: name | RoleName: name | logs:* | false",
                "X: y | ManagedPolicyArns: [!Ref P] | logs:* | true",
                "X: y | ManagedPolicyArns: [!Ref Other] | logs:* | false",
                "X: y | ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] | logs:* | false",
                "X: y | ManagedPolicyArns: ['arn:aws:iam::aws:policy/CloudWatchLogsFullAccess'] | s3:* | true",
                "Roles: [!Ref R] | X: y | 'logs:Create*' | false",
                "Roles: [!Ref R] | X: y | s3:* | false"
            })
    void strictlyAFunctionMayLogIfAPolicyIsAttachedToItsRole(
            String attachment, String properties, String action, boolean mayLog) {
        String template = """
            Resources:
              F: {Type: AWS::Lambda::Function, Properties: {Code: {ZipFile: x}, Role: !GetAtt R.Arn}}
              R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}, %s}}
              Other: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: {}}}
              P:
                Type: AWS::IAM::ManagedPolicy
                Properties: {%s, PolicyDocument: {Statement: {Effect: Allow, Action: %s, Resource: x}}}
            """.formatted(properties, attachment, action);

        assertThat(Verdicts.of(template, LintOptions.DEFAULT.withStrict(true)).flaggedBy("W58"))
                .isEqualTo(mayLog ? List.of() : List.of("F"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{Service: sagemaker.amazonaws.com} | true",
                "{Service: [ec2.amazonaws.com, sagemaker.amazonaws.com]} | true",
                "{Service: sagemaker.amazonaws.com.cn} | true",
                "{Service: ec2.amazonaws.com} | false",
                "{AWS: sagemaker.amazonaws.com} | false",
                "sagemaker.amazonaws.com | false",
                "'*' | false"
            })
    void anExecutionRoleIsOneThatSageMakerMayTake(String principal, boolean taken) {
        String template = """
            Resources:
              R:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument: {Statement: {Effect: Allow, Action: sts:AssumeRole, Principal: %s}}
                  Policies: [{PolicyName: p, PolicyDocument: {Statement: {Effect: Allow, Action: '*', Resource: x}}}]
            """.formatted(principal);

        assertThat(Verdicts.of(template, PACK).all().stream().filter(verdict -> verdict.startsWith("SM")))
                .isEqualTo(taken ? List.of("SM1 R", "SM4 R") : List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "endpoint/shop/variant/a | EndpointName: shop | true",
                "endpoint/shop2/variant/a | EndpointName: shop | false",
                "endpoint/E/variant/a | EndpointName: shop | true",
                "!Sub 'endpoint/${E.EndpointName}/variant/a' | EndpointName: shop | true",
                "!Sub 'endpoint/${Name}/variant/a' | EndpointName: !Ref Name | true",
                "!Sub 'endpoint/${Other}/variant/a' | EndpointName: !Ref Name | false",
                "endpoint/shop/variant/a | EndpointName: !Sub '${Name}-x' | false",
                "endpoint/shop/variant/a | X: y | false"
            })
    void anEndpointIsScaledByATargetThatNamesIt(String target, String name, boolean scaled) {
        String template = """
            Parameters: {Name: {Type: String}, Other: {Type: String}}
            Resources:
              E: {Type: AWS::SageMaker::Endpoint, Properties: {EndpointConfigName: !GetAtt C.EndpointConfigName, %s}}
              C: {Type: AWS::SageMaker::EndpointConfig, Properties: {ProductionVariants: [{VariantName: a}]}}
              T: {Type: AWS::ApplicationAutoScaling::ScalableTarget, Properties: {ResourceId: %s}}
            """.formatted(name, target);

        assertThat(Verdicts.of(template, PACK.withProfile("SM13")).flaggedBy("SM13"))
                .hasSize(scaled ? 0 : 1);
    }
}
