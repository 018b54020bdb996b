package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a whole file unreadable, and what does not. */
class TemplateShapeTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n", "# only a comment\n", "---\n", "false"})
    void anEmptyFileIsFatal(String template) {
        assertThat(Verdicts.of(template).fatal()).isEqualTo("The file is empty.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: b", "- a", "text", "Resources:", "Resources: {}", "Resources: []", "42"})
    void aFileWithoutResourcesIsFatal(String template) {
        assertThat(Verdicts.of(template).fatal()).contains("no Resources");
    }

    @Test
    void aResourceWithoutTypeIsFatal() {
        assertThat(Verdicts.of("Resources:\n  A:\n    Properties: {}").fatal()).isEqualTo("Resource A has no Type.");
        assertThat(Verdicts.of("Resources:\n  A:").fatal()).isEqualTo("Resource A has no Type.");
        assertThat(Verdicts.of("Resources:\n  A:\n    Type:").fatal()).isEqualTo("Resource A has no Type.");
    }

    @Test
    void aParameterWithoutTypeIsFatal() {
        assertThat(Verdicts.of("Parameters:\n  P: {}\nResources:\n  A:\n    Type: AWS::SNS::Topic")
                        .fatal())
                .isEqualTo("Parameter P has no Type.");
    }

    @Test
    void aTextThatBeginsWithABraceMustBeJson() {
        assertThat(Verdicts.of("{Resources: {A: {Type: AWS::SNS::Topic}}}").fatal())
                .contains("not valid JSON");
        assertThat(Verdicts.of(" \n\t{Resources: {A: {Type: AWS::SNS::Topic}}}").fatal())
                .contains("not valid JSON");
        assertThat(Verdicts.of("{\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\"}}} x")
                        .fatal())
                .contains("not valid JSON");
    }

    @Test
    void jsonMustBePrintable() {
        String json = "{\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\", \"D\": \"%s\"}}}";

        assertThat(Verdicts.of(json.formatted("\u007f")).fatal()).endsWith("The text contains control characters.");
        assertThat(Verdicts.of(json.formatted("\u00e9\ud83d\ude00 ~\\u0001")).all())
                .containsExactly("W47 A");
    }

    @Test
    void jsonKeepsLinesAndTabs() {
        Verdicts verdicts =
                Verdicts.of("{\n\t\"Resources\": {\n\t\t\"A\": {\n\t\t\t\"Type\":\n\t\t\t\"AWS::SNS::Topic\"}}}");

        assertThat(verdicts.all()).containsExactly("W47 A");
        assertThat(verdicts.linesOf("W47")).containsExactly(5);
    }

    @Test
    void aSyntaxErrorNamesItsPlace() {
        assertThat(Verdicts.of("Resources:\n  A: b: c").fatal()).contains("line 2, column 7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWS::EC2::SecurityGroupIngress | GroupName: a | GroupId",
                "AWS::Lambda::Function | Code: a | Role",
                "AWS::KMS::Key | EnableKeyRotation: true | KeyPolicy",
                "AWS::S3::BucketPolicy | PolicyDocument: {} | Bucket",
                "AWS::CloudFront::Distribution | DistributionConfig: {Enabled: true, Origins: []} |"
                        + " DefaultCacheBehavior",
                "AWS::IAM::Role | AssumeRolePolicyDocument: ~ | AssumeRolePolicyDocument",
                "AWS::IAM::Group | Policies: {} | Policies must be a list",
                "AWS::IAM::User | [] | Properties must be a map"
            })
    void aMissingRequiredPropertyIsFatal(String type, String properties, String expected) {
        String template = "Resources:\n  A:\n    Type: %s\n    Properties:\n      %s\n".formatted(type, properties);

        assertThat(Verdicts.of(template).fatal())
                .contains("Resource A (" + type + ")")
                .contains(expected);
    }

    @Test
    void propertiesAreRequiredWhereOneOfThemIs() {
        assertThat(Verdicts.of("Resources: {A: {Type: AWS::IAM::Policy}}").fatal())
                .isEqualTo("Resource A (AWS::IAM::Policy): Properties are required.");
        assertThat(Verdicts.of("Resources: {A: {Type: AWS::IAM::Group}}").all()).isEmpty();
    }

    @Test
    void referencesToNothingAreFatal() {
        String template = """
            Resources:
              A:
                Type: AWS::SNS::Topic
                Properties:
                  KmsMasterKeyId: {Ref: Nobody}
                  DisplayName: {Deep: {Fn::GetAtt: [Nowhere, Arn]}}
            """;

        assertThat(Verdicts.of(template).fatal()).contains("Nobody").contains("Nowhere");
    }

    @Test
    void referencesInListsAndOutputsAreNotFollowed() {
        String template = """
            Resources:
              A:
                Type: AWS::SNS::Topic
                Properties:
                  KmsMasterKeyId: alias/app
                  Subscription: [{Endpoint: !Ref Nobody}]
                  DisplayName: !Sub ${Nobody}
            Outputs:
              O: {Value: !Ref Nobody}
            """;

        assertThat(Verdicts.of(template).all()).isEmpty();
    }

    @Test
    void aRefThatIsNoTextIsFatal() {
        assertThat(Verdicts.of("Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      X: !Ref 123")
                        .fatal())
                .contains("A Ref must name its target");
    }

    @Test
    void onlyTheFirstDocumentCountsButAllMustParse() {
        String first = "Resources:\n  A:\n    Type: AWS::SNS::Topic\n---\n";

        assertThat(Verdicts.of(first + "x: y\n").all()).containsExactly("W47 A");
        assertThat(Verdicts.of(first + "x: [\n").fatal()).contains("not valid YAML");
    }

    @Test
    void theLastOfDuplicateKeysWins() {
        assertThat(Verdicts.of("Resources:\n  A:\n    Type: AWS::SNS::Topic\n  A:\n    Type: AWS::SQS::Queue")
                        .all())
                .containsExactly("W48 A");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        assertThat(Verdicts.of("\uFEFFResources:\n  A:\n    Type: AWS::SNS::Topic\n")
                        .all())
                .containsExactly("W47 A");
    }

    @Test
    void tabsMaySeparateButNotIndent() {
        assertThat(Verdicts.of("Resources:\t\n"
                                + "  A:\n"
                                + "    Type:\tAWS::SNS::Topic\t# topic\n"
                                + "    Properties: {\n"
                                + "\t\tX: 1}\n")
                        .all())
                .containsExactly("W47 A");
        assertThat(Verdicts.of("Resources:\n\tA:\n\t\tType: AWS::SNS::Topic\n").fatal())
                .contains("TAB");
    }

    @Test
    void theLineIsThatOfTheTypesValue() {
        String template = "Resources:\n"
                + "  A:\n"
                + "    Properties: {}\n"
                + "    Type:\n"
                + "      AWS::SNS::Topic\n"
                + "  B:\n"
                + "    Type: >-\n"
                + "      AWS::SNS::Topic\n";

        assertThat(Verdicts.of(template).linesOf("W47")).containsExactly(5, 7);
    }

    @Test
    void halvesOfCharactersAreFatal() {
        assertThat(Verdicts.of("{\"Resources\": {\"A\": {\"Type\": \"AWS::SNS::Topic\", \"D\": \"\\ud83d\\ude00\"}}}")
                        .fatal())
                .contains("half of a character");
        assertThat(Verdicts.of("Resources:\n  A:\n    Type: AWS::SNS::Topic\n    D: \"\\ud83d\\ude00\"\n")
                        .fatal())
                .contains("half of a character");
    }

    @Test
    void aMergeKeyAmongResourcesIsReadAsOneBeforeAnythingElse() {
        assertThat(Verdicts.of("Resources:\n  <<: {Type: AWS::SNS::Topic}\n  A: {Type: AWS::SNS::Topic}\n")
                        .fatal())
                .contains("Resource Type has no Type");
    }

    @Test
    void aReferenceInsideTheArgumentOfAGetAttIsChecked() {
        assertThat(Verdicts.of("Resources:\n"
                                + "  A: {Type: AWS::SNS::Topic, Properties: {TopicName: {Fn::GetAtt: {Ref: Gone}}}}\n")
                        .fatal())
                .contains("Gone");
    }

    @Test
    void aTagEndsAtASpace() {
        assertThat(Verdicts.of("Resources:\n  A: {Type: !x]y AWS::SNS::Topic}\n")
                        .fatal())
                .contains("tag");
        assertThat(Verdicts.of("Resources:\n  A:\n    Type: !x,AWS::SNS::Topic\n")
                        .fatal())
                .contains("tag");
    }

    @Test
    void aSymbolMayNameAProperty() {
        assertThat(Verdicts.of(
                                "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties:\n      :KmsMasterKeyId: k\n")
                        .all())
                .isEmpty();
    }

    @Test
    void anAttributeOfASymbolIsDangling() {
        String template = """
            Resources:
              A:
                Type: AWS::SNS::Topic
                Properties:
                  TopicName:
                    Fn::GetAtt:
                      - :x
            """;

        assertThat(Verdicts.of(template).fatal()).contains("called x");
    }

    @Test
    void aParameterOfTheSameNameLendsAResourceItsLine() {
        String template = "Parameters:\n  A:\n    Type: String\nResources:\n  A:\n    Type: AWS::SNS::Topic\n";

        assertThat(Verdicts.of(template).linesOf("W47")).containsExactly(3);
        assertThat(Verdicts.of(template, LintOptions.DEFAULT.withStrict(true)).linesOf("W47"))
                .containsExactly(6);
    }
}
