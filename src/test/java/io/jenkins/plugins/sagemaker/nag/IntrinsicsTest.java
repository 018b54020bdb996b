package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions, parameters, conditions: seen through F14, which asks whether AccessControl is PublicReadWrite. */
class IntrinsicsTest {
    private static final String PARAMETERS = """
        Parameters:
          Acl:
            Type: String
            Default: PublicReadWrite
          Half:
            Type: String
            Default: Public
        Mappings:
          Acls:
            us-east-1:
              open: PublicReadWrite
        Conditions:
          Open: !Equals [a, b]
        """;

    private static String bucket(String acl) {
        return PARAMETERS + "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      AccessControl: " + acl
                + "\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!Ref Acl",
                "!Sub '${Acl}'",
                "!Sub '${Half}ReadWrite'",
                "!Sub ['${A}ReadWrite', {A: !Ref Half}]",
                "!Join ['', [!Ref Half, Read, Write]]",
                "!Select [1, [a, !Ref Acl]]",
                "!Select [1, !Split [',', 'a,PublicReadWrite']]",
                "!FindInMap [Acls, !Ref 'AWS::Region', open]",
                "!Base64 {Ref: Acl}"
            })
    void areWorkedOutWithAParameterFile(String acl) {
        assertThat(Verdicts.withDefaults(bucket(acl)).flaggedBy("F14")).containsExactly("B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!Ref Acl", "!Sub '${Acl}'", "!FindInMap [Acls, !Ref 'AWS::Region', open]"})
    void defaultsCountForNothingWithoutAParameterFile(String acl) {
        assertThat(Verdicts.of(bucket(acl)).flaggedBy("F14")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!If [Open, PublicReadWrite, Private]",
                "!If [Undeclared, Private, PublicReadWrite]",
                "!If [Open, !If [Open, PublicReadWrite, a], Private]",
                "!FindInMap [Acls, us-east-1, open]",
                "!Foo PublicReadWrite",
                "!Select [-1, [PublicReadWrite]]",
                "!Select ['0', [PublicReadWrite]]"
            })
    void needNoParameterFileWhereNothingIsUnknown(String acl) {
        assertThat(Verdicts.of(bucket(acl)).flaggedBy("F14")).containsExactly("B");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"!Ref '123' | true", "!Ref 'B' | false", "!Sub \"yes\" | false"})
    void quotesUnderATagDoNotMakeAText(String acl, boolean fatal) {
        assertThat(Verdicts.of(bucket(acl)).violations("FATAL")).hasSize(fatal ? 1 : 0);
    }

    @Test
    void onlyTheTextTagKeepsANumberFromBeingOne() {
        String template = "Resources:\n  D:\n    Type: AWS::DMS::Endpoint\n    Properties:\n      Password: %s\n";

        assertThat(Verdicts.of(template.formatted("123")).flaggedBy("F37")).isEmpty();
        assertThat(Verdicts.of(template.formatted("!!str 123")).flaggedBy("F37"))
                .containsExactly("D");
        assertThat(Verdicts.of(template.formatted("'123'")).flaggedBy("F37")).containsExactly("D");
    }

    @Test
    void conditionsAreTrueUnlessAJsonFalseSaysOtherwise() {
        String template = bucket("!If [Open, Private, PublicReadWrite]");

        assertThat(Verdicts.of(template).flaggedBy("F14")).isEmpty();
        assertThat(withConditions(template, "{\"Open\": false}").flaggedBy("F14"))
                .containsExactly("B");
        assertThat(withConditions(template, "{\"Open\": \"false\"}").flaggedBy("F14"))
                .isEmpty();
    }

    private static Verdicts withConditions(String template, String json) {
        return Verdicts.of(template, LintOptions.DEFAULT.withConditionValues(json));
    }

    @Test
    void malformedValueFilesAreFatal() {
        assertThat(withConditions(bucket("Private"), "{").fatal()).contains("condition values");
        assertThat(Verdicts.of(bucket("Private"), LintOptions.DEFAULT.withParameterValues("[1]"))
                        .fatal())
                .contains("key Parameters");
        assertThat(Verdicts.of(bucket("Private"), LintOptions.DEFAULT.withParameterValues("{"))
                        .fatal())
                .contains("not valid JSON");
    }

    @Test
    void conditionValuesAreReadOnlyIfThereAreConditions() {
        assertThat(withConditions("Resources:\n  A:\n    Type: AWS::SNS::Topic", "{")
                        .all())
                .containsExactly("W47 A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Parameters\": {\"Half\": \"PublicReadWrite\"}}",
                "[{\"ParameterKey\": \"Half\", \"ParameterValue\": \"PublicReadWrite\"}]"
            })
    void givenValuesComeInTwoForms(String json) {
        assertThat(Verdicts.of(bucket("!Ref Half"), LintOptions.DEFAULT.withParameterValues(json))
                        .flaggedBy("F14"))
                .containsExactly("B");
    }

    @Test
    void anIfAmongPropertiesIsMergedIn() {
        String template = PARAMETERS + """
            Resources:
              B:
                Type: AWS::S3::Bucket
                Properties:
                  Fn::If: [Open, {AccessControl: PublicReadWrite}, {AccessControl: Private}]
            """;

        assertThat(Verdicts.of(template).flaggedBy("F14")).containsExactly("B");
    }

    @Test
    void propertyNamesBeginWithEitherCase() {
        String template =
                "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      accessControl: PublicRead\n";

        assertThat(Verdicts.of(template).flaggedBy("W31")).containsExactly("B");
    }

    @Test
    void aSecretThatIsGivenAValueIsPlainText() {
        String template = """
            Parameters:
              Secret: {Type: String, NoEcho: true}
            Resources:
              D:
                Type: AWS::DMS::Endpoint
                Properties:
                  Password: !Ref Secret
            """;

        assertThat(Verdicts.of(template).flaggedBy("F37")).isEmpty();
        assertThat(Verdicts.of(
                                template,
                                LintOptions.DEFAULT.withParameterValues("{\"Parameters\": {\"Secret\": \"x\"}}"))
                        .flaggedBy("F37"))
                .containsExactly("D");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!GetAtt Other.Password | false",
                "!ImportValue secret | false",
                "!Ref AWS::NoValue | false",
                "!Ref Other | true",
                "!Join ['', ['{{resolve:secretsmanager:', !Ref Other, '}}']] | false",
                "\"{{resolve:secretsmanager:a}} \" | true",
                "!Sub '{{resolve:ssm-secure:${Other}}}' | false"
            })
    void passwordsAreJudgedByTheirPrintedForm(String password, boolean flagged) {
        String template =
                "Resources:\n  Other:\n    Type: Custom::Thing\n  D:\n    Type: AWS::DMS::Endpoint\n    Properties:\n      Password: %s\n"
                        .formatted(password);

        assertThat(Verdicts.of(template).flaggedBy("F37")).hasSize(flagged ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Fn::If': Nobody} | true",
                "{'Fn::If': Xy} | false",
                "{'Fn::FindInMap': [M, a, b]} | true",
                "{'Fn::FindInMap': M} | false",
                "{'Fn::If': [Open, {'Fn::If': [Open, text, x]}, x]} | true",
                "{'Fn::FindInMap': [~, a, b]} | false"
            })
    void aCallWithATextTakesItsCharactersForArguments(String password, boolean flagged) {
        String template = """
            Conditions: {Open: !Equals [a, a]}
            Mappings: {M: {a: bb}}
            Resources:
              D:
                Type: AWS::DMS::Endpoint
                Properties:
                  Password: %s
            """.formatted(password);

        assertThat(Verdicts.of(template).all()).isEqualTo(flagged ? List.of("F37 D") : List.of());
    }

    @Test
    void anIfWithinTheBranchOfAnIfAmongPropertiesIsDropped() {
        String template = PARAMETERS + """
            Resources:
              B:
                Type: AWS::S3::Bucket
                Properties:
                  Fn::If:
                    - Open
                    - AccessControl: PublicRead
                      Fn::If: [Open, {AccessControl: PublicReadWrite}, {}]
                    - {}
            """;

        assertThat(Verdicts.of(template).flaggedBy("F14")).isEmpty();
        assertThat(Verdicts.of(template).flaggedBy("W31")).containsExactly("B");
    }

    @Test
    void aPropertyThatIsAnIfHasTheNamesOfItsReferencesDecidedToo() {
        String template = """
            Conditions: {Open: !Equals [a, a]}
            Parameters: {Secret: {Type: String, NoEcho: true}}
            Resources:
              D:
                Type: AWS::DMS::Endpoint
                Properties:
                  Password: {Fn::If: [Open, {Ref: {Fn::If: [Open, Secret, x]}}, x]}
            """;

        assertThat(Verdicts.of(template).all()).isEmpty();
    }
}
