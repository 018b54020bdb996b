package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageExtensionsTest {

    private static final String TRANSFORM = "Transform: AWS::LanguageExtensions\n";

    @Test
    void repeatsResourcesAndOutputs() throws TemplateException {
        Template template = Template.parse(TRANSFORM + """
            Resources:
              Fn::ForEach::Topics:
                - Team
                - [red, blue-1]
                - Topic&{Team}:
                    Type: AWS::SNS::Topic
                    Properties: {TopicName: !Sub '${AWS::StackName}-${Team}', DisplayName: !Ref Team}
              Other: {Type: AWS::SNS::Topic}
            Outputs:
              Fn::ForEach::Names:
                - Team
                - [red]
                - 'Name${Team}': {Value: !GetAtt ['Topic${Team}', TopicName]}
            """);

        assertThat(template.resources()).containsOnlyKeys("Topicred", "Topicblue1", "Other");
        assertThat(template.resources().get("Topicblue1").properties())
                .isEqualTo(Map.of("TopicName", Map.of("Fn::Sub", "${AWS::StackName}-blue-1"), "DisplayName", "blue-1"));
        assertThat(template.outputs()).containsOnlyKeys("Namered");
    }

    @Test
    void repeatsWithinARepetition() throws TemplateException {
        Template template = Template.parse(TRANSFORM + """
            Resources:
              Fn::ForEach::Stages:
                - Stage
                - [Qa, Prod]
                - Fn::ForEach::Kinds:
                    - Kind
                    - [A, B]
                    - '${Stage}${Kind}': {Type: AWS::SNS::Topic}
            """);

        assertThat(template.resources()).containsOnlyKeys("QaA", "QaB", "ProdA", "ProdB");
    }

    @Test
    void addsFunctions() throws TemplateException {
        String sections = TRANSFORM + "Mappings: {M: {a: {b: c}}}\n";

        assertThat(Fixture.value(sections, "{'Fn::Length': [a, b, c]}", Map.of()))
                .isEqualTo(3L);
        assertThat(Fixture.value(sections, "{'Fn::ToJsonString': {a: [1, !Ref AWS::Region]}}", Map.of()))
                .isEqualTo("{\"a\":[1,\"eu-west-1\"]}");
        assertThat(Fixture.value(sections, "!FindInMap [M, x, b, {DefaultValue: !Ref AWS::Region}]", Map.of()))
                .isEqualTo("eu-west-1");
        assertThat(Fixture.value(sections, "!FindInMap [M, a, b, {DefaultValue: d}]", Map.of()))
                .isEqualTo("c");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> Fixture.value("", "{'Fn::Length': [a, b, c]}", Map.of()))
                .hasMessage("Template error: Fn::Length requires the transform AWS::LanguageExtensions.");
        assertThatThrownBy(
                        () -> Template.parse(TRANSFORM + "Resources: {'Fn::ForEach::A': [X, [a, a], {T: {Type: B}}]}"))
                .hasMessage("Template error: Fn::ForEach makes T more than once.");
        assertThatThrownBy(() -> Template.parse(TRANSFORM + "Resources: {'Fn::ForEach::A': [X, [a]]}"))
                .hasMessageContaining("Fn::ForEach::A requires three parameters");
        assertThatThrownBy(() ->
                        Template.parse(TRANSFORM + "Resources: {'Fn::ForEach::A': [X, !Ref P, {'T${X}': {Type: B}}]}"))
                .hasMessageContaining("must be a list of values");
    }
}
