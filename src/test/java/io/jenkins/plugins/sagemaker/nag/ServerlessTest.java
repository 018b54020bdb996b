package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerlessTest {
    private static final LintOptions STRICT = LintOptions.DEFAULT.withStrict(true);
    private static final String FUNCTION = """
        Resources:
          F:
            Type: AWS::Serverless::Function
            Metadata: {cfn_nag: {rules_to_suppress: [{id: W92}]}}
            Properties:
              Handler: a.b
              CodeUri: s3://bucket/key/of/code
              VpcConfig: {SubnetIds: [s]}
              Policies:
                - AdministratorAccess
                - S3ReadPolicy: {BucketName: b}
                - Statement: [{Effect: Allow, Action: '*', Resource: '*'}]
              Events:
                Api: {Type: Api, Properties: {Path: /, Method: get}}
        """;

    @Test
    void aFunctionBecomesALambdaFunctionWithARoleAndAnApi() {
        Verdicts verdicts = Verdicts.of("Transform: AWS::Serverless-2016-10-31\n" + FUNCTION);

        assertThat(verdicts.all())
                .containsExactlyInAnyOrder(
                        "W89 F", // its VpcConfig is lost
                        "W43 FRole",
                        "F3 FRole",
                        "F38 FRole",
                        "W11 FRole",
                        "W64 ServerlessRestApiProdStage",
                        "W69 ServerlessRestApiProdStage",
                        "W68 ServerlessRestApiDeployment");
        assertThat(verdicts.linesOf("W68")).containsExactly(4);
    }

    @Test
    void aTransformInAListDoesNothing() {
        assertThat(Verdicts.of("Transform: [AWS::Serverless-2016-10-31]\n" + FUNCTION)
                        .all())
                .isEmpty();
    }

    @Test
    void globalsFillInWhatAFunctionLacks() {
        String template = """
            Transform: AWS::Serverless-2016-10-31
            Globals: {Function: {ReservedConcurrentExecutions: 2}}
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties: {Role: 'arn:aws:iam::111122223333:role/app'}
            """;

        assertThat(Verdicts.of(template).all()).containsExactly("W58 F", "W89 F");
    }

    @Test
    void aFunctionWhosePropertiesAreATextHasNone() {
        String template = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties: text
            """;

        assertThat(Verdicts.of(template).all()).containsExactly("W89 F", "W92 F");
    }

    private static String function(String properties) {
        return "Transform: AWS::Serverless-2016-10-31\n"
                + "Globals: {Function: {Runtime: java17, CodeUri: {Bucket: shared, Key: code}}}\n"
                + "Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties: {Role: r, " + properties
                + "}\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Handler: a.b | Handler | a.b",
                "Handler: a.b | Runtime | java17",
                "Runtime: java21 | Runtime | java21",
                "Handler: a.b | Code.S3Bucket | shared",
                "CodeUri: s3://bucket/key/of/code | Code.S3Bucket | bucket",
                "CodeUri: s3://bucket/key/of/code | Code.S3Key | key/of/code",
                "CodeUri: {Bucket: b, Key: k} | Code.S3Bucket | b",
                "CodeUri: {Bucket: b, Key: k} | Code.S3Key | k"
            })
    void theFunctionHasItsOwnPropertiesOrTheGlobalOnes(String properties, String property, String text) {
        assertThat(Probe.is(function(properties), LintOptions.DEFAULT, property, text))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"./src", "s3://bucket", "s3://bucket/", "https://bucket/key", "{Bucket: b}", "{Key: k}"})
    void whatDoesNotNameAnObjectIsNoCode(String uri) {
        String template = function("CodeUri: " + uri);
        boolean empty = uri.endsWith("bucket/");

        assertThat(Probe.holds(template, LintOptions.DEFAULT, "Code", "present"))
                .isEqualTo(empty);
        assertThat(Probe.holds(template, STRICT, "Code", "present")).isTrue();
        assertThat(Verdicts.of(template, STRICT).violations("MALFORMED")).isEmpty();
    }

    @Test
    void strictlyAFunctionKeepsWhatElseIsSet() {
        String template = function("VpcConfig: {SubnetIds: [s]}, Timeout: 5, MemorySize: !Ref AWS::NoValue")
                .replace("Runtime: java17", "Timeout: 9, Layers: [l]");

        assertThat(Probe.holds(template, LintOptions.DEFAULT, "Timeout", "present"))
                .isFalse();
        assertThat(Probe.is(template, STRICT, "Timeout", "5")).isTrue();
        assertThat(Probe.is(template, STRICT, "Layers[*]", "l")).isTrue();
    }

    @Test
    void theApiHasADeploymentWithALogAndAStage() {
        String template = function("Events: {E: {Type: Api, Properties: {Path: /, Method: get}}}");

        assertThat(Verdicts.of(template).flaggedBy("W45")).isEmpty();
        assertThat(Probe.is(template, LintOptions.DEFAULT, "StageName", "Stage"))
                .isTrue();
        assertThat(Probe.is(template, LintOptions.DEFAULT, "StageName", "Prod")).isTrue();
        assertThat(Probe.is(template, LintOptions.DEFAULT, "Body.swagger", "2.0"))
                .isTrue();
    }

    @Test
    void metadataOfTheFunctionIsThatOfItsRoleToo() {
        String template = """
            Transform: AWS::Serverless-2016-10-31
            Resources:
              F:
                Type: AWS::Serverless::Function
                Metadata: {cfn_nag: {rules_to_suppress: [{id: W43}]}}
                Properties: {Policies: AdministratorAccess}
            """;

        assertThat(Verdicts.of(template).flaggedBy("W43")).isEmpty();
        assertThat(Verdicts.of(template.replace("W43", "W1")).flaggedBy("W43")).containsExactly("FRole");
        assertThat(Verdicts.of(template.replace("cfn_nag", "other")).flaggedBy("W43"))
                .containsExactly("FRole");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{}] | false",
                "[{S3ReadPolicy: {}}] | false",
                "[{Statement: {Effect: Allow, Action: '*', Resource: x}}] | true",
                "{Statement: {Effect: Allow, Action: '*', Resource: x}} | false"
            })
    void aPolicyIsADocumentUnlessItsKeyNamesATemplateOfSam(String policies, boolean flagged) {
        String template = function("Policies: " + policies).replace("Role: r, ", "");

        assertThat(Verdicts.of(template).flaggedBy("F3")).isEqualTo(flagged ? List.of("FRole") : List.of());
        assertThat(Verdicts.of(template).violations("MALFORMED")).isEmpty();
        assertThat(Verdicts.of(template).violations("FATAL")).isEmpty();
        assertThat(Probe.is(template, LintOptions.DEFAULT, "AssumeRolePolicyDocument.Version", "2012-10-17"))
                .isTrue();
    }

    @Test
    void strictlyAManagedPolicyMayBeNamedByItsArn() {
        String template = function("Policies: ['arn:aws:iam::aws:policy/AdministratorAccess']")
                .replace("Role: r, ", "");

        assertThat(Verdicts.of(template).flaggedBy("W43")).containsExactly("FRole");
        assertThat(Probe.is(template, STRICT, "ManagedPolicyArns[*]", "arn:aws:iam::aws:policy/AdministratorAccess"))
                .isTrue();
    }

    @Test
    void otherTypesOfSamAndOtherTransformsAreLeftAlone() {
        String template = function("Events: {E: {Type: Schedule}}");

        assertThat(Probe.holds(template, LintOptions.DEFAULT, "Body", "present"))
                .isFalse();
        assertThat(Verdicts.of(template).violations("MALFORMED")).isEmpty();
        assertThat(Verdicts.of(template.replace("Transform: AWS", "Transform: My::AWS"))
                        .all())
                .isEmpty();
        assertThat(Verdicts.of(template.replace("::Function", "::Api")).all()).isEmpty();
    }
}
