package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

/** Templates that several tests use. */
final class Templates {

    /** A topic whose display name is a parameter, and a topic that depends on it. */
    static final String TOPICS = """
        Parameters:
          Name: {Type: String, Default: first}
        Resources:
          Topic:
            Type: AWS::SNS::Topic
            Properties: {DisplayName: !Ref Name}
          Second:
            Type: AWS::SNS::Topic
            Properties: {DisplayName: !GetAtt Topic.TopicName}
        Outputs:
          Arn: {Value: !Ref Topic, Description: the topic}
        """;

    /** An endpoint with a stable name whose model data is a parameter, as the plugin's bundled template has it. */
    static final String ENDPOINT = """
        Parameters:
          ModelDataUrl: {Type: String}
          Instances: {Type: Number, Default: 1}
        Resources:
          Model:
            Type: AWS::SageMaker::Model
            Properties:
              ExecutionRoleArn: arn:aws:iam::123456789012:role/sagemaker
              PrimaryContainer: {Image: image, ModelDataUrl: !Ref ModelDataUrl, Environment: {LEVEL: 3}}
          EndpointConfig:
            Type: AWS::SageMaker::EndpointConfig
            Properties:
              ProductionVariants:
                - ModelName: !GetAtt Model.ModelName
                  VariantName: AllTraffic
                  InstanceType: ml.t2.medium
                  InitialInstanceCount: !Ref Instances
                  InitialVariantWeight: '1'
          Endpoint:
            Type: AWS::SageMaker::Endpoint
            Properties:
              EndpointName: digits-qa
              EndpointConfigName: !GetAtt EndpointConfig.EndpointConfigName
              RetainAllVariantProperties: 'true'
              DeploymentConfig:
                BlueGreenUpdatePolicy:
                  TrafficRoutingConfiguration: {Type: ALL_AT_ONCE}
        Outputs:
          EndpointName: {Value: !GetAtt Endpoint.EndpointName}
          EndpointArn: {Value: !Ref Endpoint}
        """;

    private Templates() {}

    /** The form parameters of one stack parameter. */
    static String[] parameter(String key, String value) {
        return new String[] {"Parameters.member.1.ParameterKey", key, "Parameters.member.1.ParameterValue", value};
    }
}
