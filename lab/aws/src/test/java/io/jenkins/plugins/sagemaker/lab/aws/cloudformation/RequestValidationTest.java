package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestValidationTest {

    private static final String ROLE =
            "Resources: {R: {Type: 'AWS::IAM::Role', Properties: {AssumeRolePolicyDocument: {Statement: []}}}}";

    private final Cloud cloud = new Cloud();

    private void create(String... request) throws AwsError {
        cloud.call("CreateStack", request);
    }

    @Test
    void asksForCapabilities() throws AwsError {
        String named = ROLE.replace("Properties: {", "Properties: {RoleName: worker, ");

        assertThatThrownBy(() -> create("StackName", "demo", "TemplateBody", ROLE))
                .isInstanceOfSatisfying(
                        AwsError.class,
                        error -> assertThat(error.code()).isEqualTo("InsufficientCapabilitiesException"))
                .hasMessage("Requires capabilities : [CAPABILITY_IAM]");
        assertThatThrownBy(() ->
                        create("StackName", "demo", "TemplateBody", named, "Capabilities.member.1", "CAPABILITY_IAM"))
                .hasMessage("Requires capabilities : [CAPABILITY_NAMED_IAM]");
        create("StackName", "demo", "TemplateBody", ROLE, "Capabilities.member.1", "CAPABILITY_NAMED_IAM");
        assertThat(cloud.status("demo")).isEqualTo("CREATE_IN_PROGRESS");
    }

    @Test
    void refusesBadNamesAndTokens() {
        assertThatThrownBy(() -> create("StackName", "my_stack", "TemplateBody", Templates.TOPICS))
                .hasMessage("1 validation error detected: Value 'my_stack' at 'stackName' failed to satisfy constraint:"
                        + " Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*");
        assertThatThrownBy(() -> create("StackName", "s".repeat(129), "TemplateBody", Templates.TOPICS))
                .hasMessageContaining("length less than or equal to 128");
        assertThatThrownBy(() ->
                        create("StackName", "demo", "TemplateBody", Templates.TOPICS, "ClientRequestToken", "a b"))
                .hasMessageContaining("'clientRequestToken'");
        assertThatThrownBy(() -> create("TemplateBody", Templates.TOPICS)).hasMessageContaining("'stackName'");
    }

    @Test
    void refusesATemplateThatIsTooLongForTheRequest() throws AwsError {
        String remark = "# " + "x".repeat(51_200) + "\n";
        cloud.objects.createBucket(Cloud.ACCOUNT, Cloud.REGION, "templates");
        cloud.objects.put(
                "templates", "a/topics.yaml", (remark + Templates.TOPICS).getBytes(StandardCharsets.UTF_8), Map.of());

        assertThatThrownBy(() -> create("StackName", "demo", "TemplateBody", remark + Templates.TOPICS))
                .hasMessageContaining("less than or equal to 51200");
        create("StackName", "one", "TemplateURL", "https://templates.s3.eu-west-1.amazonaws.com/a/topics.yaml");
        create("StackName", "two", "TemplateURL", "https://s3.eu-west-1.amazonaws.com/templates/a/topics.yaml");
        create("StackName", "three", "TemplateURL", "http://127.0.0.1:4566/templates/a/topics.yaml");
        assertThatThrownBy(() -> create("StackName", "four", "TemplateURL", "http://127.0.0.1:4566/templates/none"))
                .hasMessageStartingWith("S3 error: The specified key does not exist.\nFor more information");
        assertThatThrownBy(() -> create("StackName", "five", "TemplateURL", "https://example.com/templates/a.yaml"))
                .hasMessage("TemplateURL must be a supported URL.");
        assertThat(cloud.call("ListStacks").texts("//StackName")).containsExactly("three", "two", "one");
    }

    @Test
    void checksTypesAndAttributesBeforeAnythingBegins() {
        assertThatThrownBy(() -> create("StackName", "demo", "TemplateBody", "Resources: {A: {Type: 'AWS::Foo::Bar'}}"))
                .hasMessage("Template format error: Unrecognized resource types: [AWS::Foo::Bar]");
        assertThatThrownBy(() -> create(
                        "StackName",
                        "demo",
                        "TemplateBody",
                        "Resources: {A: {Type: 'AWS::SNS::Topic'}}\nOutputs: {O: {Value: !GetAtt A.Foo}}"))
                .hasMessage("Template error: resource A does not support attribute type Foo in Fn::GetAtt");
        assertThatThrownBy(() -> create(
                        "StackName",
                        "demo",
                        "TemplateBody",
                        "Resources: {A: {Type: 'AWS::SNS::Topic', DependsOn: B}, B: {Type: 'AWS::SNS::Topic',"
                                + " DependsOn: A}}"))
                .hasMessage("Circular dependency between resources: [A, B]");
    }

    @Test
    void keepsTheRulesOfTheTemplate() throws AwsError {
        String template = """
            Parameters: {Stage: {Type: String}, Type: {Type: String}}
            Rules:
              Small:
                RuleCondition: !Equals [!Ref Stage, qa]
                Assertions:
                  - Assert: {'Fn::Contains': [[ml.t2.medium, ml.t2.large], !Ref Type]}
                    AssertDescription: QA is small
            Resources: {T: {Type: AWS::SNS::Topic}}
            """;
        String[] parameters = {
            "Parameters.member.1.ParameterKey", "Stage", "Parameters.member.1.ParameterValue", "qa",
            "Parameters.member.2.ParameterKey", "Type", "Parameters.member.2.ParameterValue", "ml.p3.2xlarge",
            "StackName", "demo", "TemplateBody", template
        };

        assertThatThrownBy(() -> create(parameters)).hasMessageContaining("rule Small failed: QA is small");
        parameters[3] = "prod";
        create(parameters);
        assertThat(cloud.status("demo")).isEqualTo("CREATE_IN_PROGRESS");
    }

    @Test
    void refusesReservedTags() {
        assertThatThrownBy(() -> create(
                        "StackName",
                        "demo",
                        "TemplateBody",
                        Templates.TOPICS,
                        "Tags.member.1.Key",
                        "aws:x",
                        "Tags.member.1.Value",
                        "y"))
                .hasMessage("aws: prefixed tag key names are not allowed for external use.");
    }

    @Test
    void validatesWithoutCreating() throws AwsError {
        Answer answer = cloud.call("ValidateTemplate", "TemplateBody", "Description: d\n" + ROLE);

        assertThat(answer.text("Description")).isEqualTo("d");
        assertThat(answer.texts("//Capabilities/member")).containsExactly("CAPABILITY_IAM");
        assertThat(answer.text("CapabilitiesReason"))
                .isEqualTo("The following resource(s) require capabilities: [AWS::IAM::Role]");
        assertThat(cloud.call("ValidateTemplate", "TemplateBody", Templates.TOPICS)
                        .texts("//Parameters/member/*"))
                .containsExactly("Name", "first", "false");
    }

    @Test
    void givesTemplatesBack() throws AwsError {
        cloud.created("demo", Templates.TOPICS);

        assertThat(cloud.call("GetTemplate", "StackName", "demo").text("TemplateBody"))
                .isEqualTo(Templates.TOPICS);
        Answer summary = cloud.call("GetTemplateSummary", "StackName", "demo");
        assertThat(summary.texts("//ResourceTypes/member")).containsExactly("AWS::SNS::Topic");
        assertThat(summary.text("ParameterType")).isEqualTo("String");
        assertThatThrownBy(() -> cloud.call("GetTemplate", "StackName", "none"))
                .hasMessage("Stack with id none does not exist");
    }

    @Test
    void namesUnknownStacksAndResources() throws AwsError {
        cloud.created("demo", Templates.TOPICS);

        assertThatThrownBy(() -> cloud.call("DescribeStackEvents", "StackName", "none"))
                .hasMessage("Stack [none] does not exist");
        assertThatThrownBy(() -> cloud.call("DescribeStackResource", "StackName", "demo", "LogicalResourceId", "X"))
                .hasMessage("Resource X does not exist for stack demo");
        assertThatThrownBy(() -> cloud.call("UpdateStack", "StackName", "none", "TemplateBody", Templates.TOPICS))
                .hasMessage("Stack [none] does not exist");
        assertThatThrownBy(() -> cloud.call("Frobnicate"))
                .isInstanceOfSatisfying(
                        AwsError.class, error -> assertThat(error.code()).isEqualTo("InvalidAction"));
    }

    @Test
    void pagesEventsFromTheNewestEvenWhileNewOnesCome() throws AwsError {
        StringBuilder template = new StringBuilder("Resources:\n");
        for (int number = 0; number < 40; number++) {
            template.append("  T").append(number).append(": {Type: 'AWS::SNS::Topic'}\n");
        }
        cloud.created("demo", template.toString());

        Answer first = cloud.call("DescribeStackEvents", "StackName", "demo");
        cloud.call("DeleteStack", "StackName", "demo");
        Answer second = cloud.call("DescribeStackEvents", "StackName", "demo", "NextToken", first.text("NextToken"));

        assertThat(first.texts("//EventId")).hasSize(100);
        assertThat(second.texts("//EventId")).hasSize(22).doesNotContainAnyElementsOf(first.texts("//EventId"));
        assertThat(second.text("NextToken")).isNull();
        assertThat(first.texts("//EventId")).doesNotHaveDuplicates();
        assertThatThrownBy(() -> cloud.call("DescribeStackEvents", "StackName", "demo", "NextToken", "nonsense"))
                .hasMessage("The specified NextToken is not valid.");
    }

    @Test
    void findsNoParametersInTheStoreThatIsNotThere() {
        assertThatThrownBy(() -> create("StackName", "demo", "TemplateBody", """
                Parameters: {P: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /team/image}}
                Resources: {T: {Type: AWS::SNS::Topic}}
                """))
                .hasMessage("Unable to fetch parameters [/team/image] from parameter store for this account.");
    }

    @Test
    void wantsAMacroToBeAcknowledged() throws AwsError {
        String template = "Transform: AWS::LanguageExtensions\nResources: {T: {Type: AWS::SNS::Topic}}";

        assertThatThrownBy(() -> create("StackName", "demo", "TemplateBody", template))
                .hasMessage("Requires capabilities : [CAPABILITY_AUTO_EXPAND]");
        create("StackName", "demo", "TemplateBody", template, "Capabilities.member.1", "CAPABILITY_AUTO_EXPAND");
        assertThat(cloud.call("GetTemplateSummary", "StackName", "demo").texts("//DeclaredTransforms/member"))
                .containsExactly("AWS::LanguageExtensions");
    }
}
