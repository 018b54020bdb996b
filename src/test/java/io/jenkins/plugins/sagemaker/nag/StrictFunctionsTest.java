package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the strict mode works functions out to, where it differs. */
class StrictFunctionsTest {
    private static final LintOptions STRICT = LintOptions.DEFAULT.withStrict(true);

    private static String template(String value) {
        return """
            Parameters:
              Half: {Type: String, Default: Public}
              Number: {Type: Number, Default: 'a,b'}
              List: {Type: CommaDelimitedList, Default: 'a, b ,c'}
              Names: {Type: 'List<String>', Default: 'a,b'}
              Stored: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /name}
              None: {Type: String}
            Resources:
              A: {Type: My::Thing, Properties: {X: %s}}
            """.formatted(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Ref Half | Public",
                "!Ref Number | a,b",
                "!Join ['-', !Ref List] | a-b-c",
                "!Select [1, !Ref Names] | b",
                "!Join ['-', [x, !Ref None, !GetAtt A.B.C, !ImportValue y, z]] | x-${None}-${A.B.C}-${}-z",
                "!Join ['-', [x, !Ref AWS::NoValue, y]] | x-y",
                "!Join ['-', [!Ref Half]] | Public",
                "!Sub ['${Y}', {Y: !Ref Half}] | Public",
                "!Sub ['${Half}', {Half: !Sub '${Number}'}] | a,b",
                "!Sub ['${Half}', {Y: z}] | Public",
                "!Sub ['${Half}', text] | Public",
                "!Sub '${Half}-${None}-${A.B}' | Public-${None}-${A.B}",
                "!Sub '${AWS::Region}' | us-east-1"
            })
    void aReferenceThatIsKnownIsItsValueAndOthersStayLegible(String function, String text) {
        assertThat(Probe.is(template(function), STRICT, "X", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!Ref Stored",
                "!Sub '${Stored}'",
                "!Sub '${A.B}'",
                "!Sub ['${Y}', {Y: !GetAtt A.B}]",
                "!Join ['', [!GetAtt A.B]]",
                "!Sub '${None}'",
                "!Join [',', !Ref Half]"
            })
    void whatIsNothingButAReferenceThatIsUnknownIsThatReference(String function) {
        assertThat(Probe.holds(template(function), STRICT, "X", "present")).isTrue();
        assertThat(Probe.holds(template(function), STRICT, "X", "matches, value: '.*'"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!Ref AWS::NoValue",
                "!Sub '${AWS::NoValue}'",
                "!Sub ['${Y}', {Y: !Ref AWS::NoValue}]",
                "!If [None, a, !Ref AWS::NoValue]"
            })
    void noValueIsNothing(String function) {
        assertThat(Probe.holds(template(function), STRICT, "X", "absent")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{Y: !Ref AWS::NoValue, Z: a} | X.Y | absent | true",
                "{Y: !Ref AWS::NoValue, Z: a} | X.Z | present | true",
                "{Y: !Ref AWS::NoValue, Z: ~} | X.Z | absent | true",
                "[{Y: !Ref AWS::NoValue}, !Ref AWS::NoValue, a] | X | containsWildcard | false"
            })
    void noValueInsideTakesItsKeyAway(String value, String property, String predicate, boolean holds) {
        assertThat(Probe.holds(template(value), STRICT, property, predicate)).isEqualTo(holds);
    }

    @Test
    void aDocumentInATextIsReadWhereverADocumentMayStand() {
        String everything = "' {\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}'";
        String role =
                "Resources:\n  R: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: %s, Policies: [%s]}}\n";
        String inline = "{PolicyName: p, PolicyDocument: %s}";

        assertThat(Verdicts.of(role.formatted("{}", inline.formatted(everything)), STRICT)
                        .flaggedBy("F3"))
                .containsExactly("R");
        assertThat(Verdicts.of(role.formatted(everything, ""), STRICT).flaggedBy("F2"))
                .containsExactly("R");
        assertThat(Verdicts.of(role.formatted("'{no JSON'", inline.formatted("text")), STRICT)
                        .all())
                .isEmpty();
        assertThat(Verdicts.of(
                                role.formatted(
                                        "{}",
                                        "{PolicyName: p, Other: !Ref AWS::NoValue, PolicyDocument: " + everything
                                                + "}"),
                                STRICT)
                        .flaggedBy("F3"))
                .containsExactly("R");
    }

    @Test
    void danglingAttributesAreFoundInEveryForm() {
        String template = """
            Resources:
              A: {Type: My::Thing, Properties: {X: !GetAtt Gone.Arn, Y: [{'Fn::GetAtt': Lost.Arn}], Z: {'Fn::GetAtt': []}}}
              B: {Type: My::Thing, Properties: {X: !GetAtt A.Arn, Y: !Sub '${ A }${AWS::Region}', Z: {'Fn::GetAtt': A.B.C}}}
              C: {Type: My::Thing, Properties: {X: !Sub ['${Given}${Missing}', {Given: !Ref Inner}], Y: {a: !Ref Deep, b: 1}}}
            """;

        assertThat(Verdicts.of(template, STRICT).violations("MALFORMED"))
                .extracting(violation -> violation.findings().get(0).logicalId() + ": " + violation.message())
                .containsExactly(
                        "A: The resource cannot be checked completely: it refers to Gone, Lost.Arn,"
                                + " but there is no such parameter or resource.",
                        "C: The resource cannot be checked completely: it refers to Inner, Missing, Deep,"
                                + " but there is no such parameter or resource.");
    }
}
