package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerlessTest {
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
}
