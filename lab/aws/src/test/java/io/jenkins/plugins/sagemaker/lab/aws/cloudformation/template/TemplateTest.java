package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

    @Test
    void yamlAndJsonGiveTheSameTemplate() throws TemplateException {
        Template yaml = Template.parse("""
            AWSTemplateFormatVersion: 2010-09-09
            Description: one
            Parameters:
              Name: {Type: String, Default: x}
            Resources:
              Bucket:
                Type: AWS::S3::Bucket
                DeletionPolicy: Retain
                DependsOn: Topic
                Properties:
                  BucketName: !Sub ${Name}-${Topic.TopicName}
                  Tags: [{Key: a, Value: !GetAtt Topic.TopicArn}]
              Topic:
                Type: AWS::SNS::Topic
            """);
        Template json = Template.parse("""
            {"AWSTemplateFormatVersion": "2010-09-09", "Description": "one",
             "Parameters": {"Name": {"Type": "String", "Default": "x"}},
             "Resources": {
               "Bucket": {"Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain", "DependsOn": ["Topic"], "Properties": {
                 "BucketName": {"Fn::Sub": "${Name}-${Topic.TopicName}"},
                 "Tags": [{"Key": "a", "Value": {"Fn::GetAtt": ["Topic", "TopicArn"]}}]}},
               "Topic": {"Type": "AWS::SNS::Topic"}}}
            """);

        assertThat(yaml.resources()).isEqualTo(json.resources());
        assertThat(yaml.parameters()).isEqualTo(json.parameters());
        assertThat(yaml.version()).isEqualTo(json.version()).isEqualTo("2010-09-09");
    }

    @Test
    void keepsWhatLooksLikeADateOrAnOctalNumberAsText() throws TemplateException {
        assertThat(Fixture.value("[2012-10-17, 012345678901, 0777, 1:30, 12, 1.50, yes]"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly("2012-10-17", "012345678901", "0777", "1:30", 12L, new BigDecimal("1.50"), true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        hello                                                           | Template format error: unsupported structure.
        Resources: {A: {Type: 'AWS::S3::Bucket'}}\\nFoo: {}             | Invalid template property or properties [Foo]
        Resources: {}                                                   | Template format error: At least one Resources member must be defined.
        Resources: {A: {Properties: {}}}                                | Template format error: [/Resources/A] Every Resources object must contain a Type member.
        Resources: {A-b: {Type: 'AWS::S3::Bucket'}}                     | Template format error: Resource name A-b is non alphanumeric.
        Resources: {A: {Type: 'AWS::S3::Bucket', Foo: 1}}               | Invalid template resource property 'Foo'
        Resources: {A: {Type: 'AWS::S3::Bucket', DependsOn: B}}         | Template format error: Unresolved resource dependencies [B] in the Resources block of the template
        Resources: {A: {Type: 'AWS::S3::Bucket', Properties: {BucketName: !Ref B}}} | Template format error: Unresolved resource dependencies [B] in the Resources block of the template
        Resources: {A: {Type: 'AWS::S3::Bucket', Properties: {BucketName: !Sub 'x${B}'}}} | Template format error: Unresolved resource dependencies [B] in the Resources block of the template
        Resources: {A: {Type: 'AWS::S3::Bucket', Properties: {BucketName: !GetAtt B.Arn}}} | Template error: instance of Fn::GetAtt references undefined resource B
        Resources: {A: {Type: 'AWS::S3::Bucket'}}\\nOutputs: {O: {Value: !Ref C}} | Template format error: Unresolved resource dependencies [C] in the Outputs block of the template
        Resources: {A: {Type: 'AWS::S3::Bucket', Condition: C}}         | Template format error: Unresolved condition dependency C in the Resources block of the template
        Resources: {A: {Type: 'AWS::S3::Bucket', Properties: {BucketName: }}} | [/Resources/A/Properties/BucketName] 'null' values are not allowed in templates
        AWSTemplateFormatVersion: 2011-01-01\\nResources: {A: {Type: B}} | Template format error: 2011-01-01 is not a supported value for AWSTemplateFormatVersion.
        Resources: {A: {Type: [}}                                       | Template format error: YAML not well-formed. (line 1, column 24)
        Resources: {A: {Type: X}, A: {Type: Y}}                         | Template format error: YAML not well-formed. (line 1, column 27): duplicate key A
        Resources: {A: &x {Type: X}, B: *x}                             | Template error: YAML aliases are not allowed in CloudFormation templates
        Parameters: {P: {Type: Foo}}\\nResources: {A: {Type: X}}        | Template format error: Unrecognized parameter type: Foo
        {"Resources": {"A": {"Type": }}}                                | Template format error: JSON not well-formed. (line 1, column 30)
        """)
    void refusesWithTheWordsOfAws(String template, String message) {
        assertThatThrownBy(() -> Template.parse(template.replace("\\n", "\n")))
                .isInstanceOf(TemplateException.class)
                .hasMessage(message);
    }

    @Test
    void refusesTransformsClearly() {
        assertThatThrownBy(() -> Template.parse("Transform: AWS::Serverless-2016-10-31\nResources: {A: {Type: X}}"))
                .hasMessageContaining("Transform AWS::Serverless-2016-10-31 cannot be run");
    }

    @Test
    void refusesMoreThan500Resources() {
        StringBuilder body = new StringBuilder("Resources:\n");
        for (int number = 0; number < 501; number++) {
            body.append("  R").append(number).append(": {Type: 'AWS::S3::Bucket'}\n");
        }

        assertThatThrownBy(() -> Template.parse(body.toString()))
                .hasMessage("Template format error: Number of resources, 501, is greater than maximum allowed, 500");
    }

    @Test
    void namesTheResourcesOfACircle() throws TemplateException {
        Template template = Template.parse("""
            Resources:
              A: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: !Ref B}}
              B: {Type: 'AWS::SNS::Topic', DependsOn: A}
              C: {Type: 'AWS::SNS::Topic', DependsOn: B}
            """);

        assertThatThrownBy(() -> ResourceGraph.of(template, null))
                .hasMessage("Circular dependency between resources: [A, B]");
    }

    @Test
    void ordersResourcesByTheirReferences() throws TemplateException {
        Template template = Template.parse("""
            Conditions: {Never: !Equals [a, b]}
            Resources:
              A: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: !If [Never, !Ref C, !Sub '${B.TopicName}']}}
              B: {Type: 'AWS::SNS::Topic'}
              C: {Type: 'AWS::SNS::Topic', DependsOn: A}
            """);

        assertThat(ResourceGraph.of(template, Fixture.evaluator(template, Map.of())))
                .isEqualTo(Map.of("A", Set.of("B"), "B", Set.of(), "C", Set.of("A")));
    }

    @Test
    void refusesAReferenceToWhatDoesNotExistUnderTheConditions() throws TemplateException {
        Template template = Template.parse("""
            Conditions: {Never: !Equals [a, b]}
            Resources:
              A: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: !Ref B}}
              B: {Type: 'AWS::SNS::Topic', Condition: Never}
            """);

        assertThatThrownBy(() -> References.check(template, Fixture.evaluator(template, Map.of())))
                .hasMessage("Template format error: Unresolved resource dependencies [B] in the Resources block of the"
                        + " template");
    }

    @Test
    void findsAllReferences() throws TemplateException {
        assertThat(References.of(Map.of("Fn::Sub", List.of("${A} ${B.C} ${!D} ${E}", Map.of("E", Map.of("Ref", "F"))))))
                .extracting(Reference::path)
                .containsExactly("A", "B.C", "F");
    }
}
