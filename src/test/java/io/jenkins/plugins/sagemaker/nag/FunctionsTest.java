package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.nag.report.Violation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What functions are worked out to, to the letter. */
class FunctionsTest {
    private static final LintOptions VALUES =
            LintOptions.DEFAULT.withParameterValues("{\"Parameters\": {\"Given\": \"g\", \"AWS::NumberAZs\": 1}}");

    private static String template(String value) {
        return """
            Parameters:
              Half: {Type: String, Default: Public}
              List: {Type: CommaDelimitedList, Default: 'a,b'}
              Given: {Type: String}
              None: {Type: String}
            Mappings:
              M: {us-east-1: {open: yes, text: abc, list: [a, b], call: {'Fn::Join': ['-', [c, d]]}}, word: text}
            Conditions: {C: !Equals [a, a]}
            Resources:
              A: {Type: My::Thing, Properties: {X: %s}}
            """.formatted(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "!Join [',', {'Fn::GetAZs': ''}] | us-east-1a,us-east-1b",
                "!Join [',', !GetAZs {Ref: AWS::Region}] | us-east-1a,us-east-1b",
                "!Join [',', !GetAZs eu-west-1] | eu-west-1a,eu-west-1b",
                "!Join ['-', [!If [C, a, b], !If [No, a, b]]] | a-b",
                "!Join ['-', [{'Fn::If': 5}, {'Fn::If': 3}]] | 1-0",
                "!Join ['', [!ImportValue {Ref: Half}]] | {\"Fn::ImportValue\"=>{\"Ref\"=>\"Half\"}}",
                "!Join ['', [{'Fn::Transform': {Ref: Half}}]] | {\"Fn::Transform\"=>{\"Ref\"=>\"Half\"}}",
                "!Join ['', [{'Fn::Cidr': {Ref: Half}}]] | {\"Fn::Cidr\"=>{\"Ref\"=>\"Half\"}}",
                "!Join ['', [!GetAtt [A, !Ref Half]]] | {\"Fn::GetAtt\"=>[\"A\", {\"Ref\"=>\"Half\"}]}",
                "!Join ['', [{deep: !Ref Half}]] | {\"deep\"=>\"Public\"}",
                "!Join [~, [a, b]] | ab",
                "!Select [-1, [a, b]] | b",
                "!Select [' 1 ', [a, b]] | b",
                "!Select [1, !Split [' ', ' a b ']] | b",
                "!Select [1, !Split [~, 'a b']] | b",
                "!Sub '${Given}-${None}-${!Half}' | g-${None}-${!Half}",
                "!Sub ['${Given}${X}', {Given: !Ref Half}] | Public${X}",
                "!Sub ['${Given}', {Given: [a]}] | ${Given}",
                "!FindInMap [M, !Ref AWS::Region, text] | abc",
                "!FindInMap [M, !Ref AWS::Region, !Join ['', [te, xt]]] | abc",
                "!FindInMap [M, word, ex] | ex",
                "!Select [1, !FindInMap [M, us-east-1, list]] | b",
                "!Sub '${AWS::Partition}.${AWS::URLSuffix}.${AWS::StackName}.${AWS::AccountId}' |"
                        + " aws.amazonaws.com.stackname.111111111111"
            })
    void areWorkedOutWithValues(String function, String text) {
        assertThat(Probe.is(template(function), VALUES, "X", text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!FindInMap [Gone, us-east-1, open]",
                "!FindInMap [M, gone, open]",
                "!FindInMap [M, us-east-1, gone]",
                "!FindInMap [M, word, gone]",
                "!Sub {a: b}",
                "!GetAZs us-east-1",
                "!Split [',', !Ref None]",
                "!Join [',', !Ref None]",
                "!Select [0, !Ref None]",
                "!Select [{a: b}, [x]]",
                "!Select [~, [x]]",
                "!Ref None",
                "!ImportValue x"
            })
    void stayFunctionsWhereSomethingIsUnknown(String function) {
        assertThat(Probe.holds(template(function), LintOptions.DEFAULT, "X", "present"))
                .isTrue();
        assertThat(Probe.holds(template(function), LintOptions.DEFAULT, "X", "matches, value: '.*'"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"!Select [2, [a, b]]", "!Select [-3, [a, b]]", "!If [C]", "!If [No, a]", "{'Fn::If': ab}"})
    void areNothingBeyondTheirArguments(String function) {
        assertThat(Probe.holds(template(function), VALUES, "X", "absent")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 | ra",
                "1 | ra,rb",
                "40 | ra,rb,rc,rd,re,rf,rg,rh,ri,rj,rk,rl,rm,rn,ro,rp,rq,rr,rs,rt,ru,rv,rw,rx,ry,rz"
            })
    void thereAreAsManyZonesAsTheAlphabetHasLetters(int zones, String names) {
        var options = LintOptions.DEFAULT.withParameterValues("{\"Parameters\": {\"AWS::NumberAZs\": " + zones + "}}");

        assertThat(Probe.is(template("!Join [',', !GetAZs r]"), options, "X", names))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Fn::Join': [5, [a]]} | Fn::Join has the value '5' for a delimiter, not a text",
                "{'Fn::Split': [{a: b}, x]} | Fn::Split has a map for a delimiter, not a text",
                "{'Fn::Select': [true, [x]]} | Fn::Select has the value 'true' for an index, not a number",
                "{'Fn::Sub': [5, {}]} | Fn::Sub has no text to substitute in",
                "{'Fn::Sub': ['${a}', text]} | the text 'text' stands where a map is expected",
                "[{'Fn::If': ~}] | A function is called with an empty value, not with a list",
                "[{'Fn::FindInMap': [Odd, a, b]}] | the text 'text' stands where a map is expected"
            })
    void areMalformedWhereTheOriginalCrashes(String function, String problem) {
        String template = "Mappings: {M: {us-east-1: {open: yes}}, Odd: text}\nResources:\n"
                + "  Q: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: " + function + "}}\n";
        Verdicts verdicts = Verdicts.of(template, LintOptions.DEFAULT);

        assertThat(verdicts.violations("MALFORMED"))
                .extracting(Violation::message)
                .containsExactly("The resource cannot be checked completely: " + problem + ".");
    }

    @ParameterizedTest
    @CsvSource({"80, 80", "1.50, 1.5", "1e99999999999, Infinity", "true, true", "null, ''", "'[1, 2]', '[1, 2]'"})
    void aGivenValueIsTakenAsItsPrintedForm(String json, String text) {
        var options = LintOptions.DEFAULT.withParameterValues("{\"Parameters\": {\"Given\": " + json + "}}");

        assertThat(Probe.is(template("!Sub '<${Given}>'"), options, "X", "<" + text + ">"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Action, F3", "Resource, W11", "NotAction, W15", "NotResource, W21"})
    void ofAStatementAreWorkedOutOnceMore(String member, String rule) {
        String template = """
            Mappings: {M: {a: {b: {'Fn::Join': ['', ['*']]}}}}
            Resources:
              R:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument: {}
                  Policies:
                    - PolicyName: p
                      PolicyDocument: {Statement: {Effect: Allow, %s: [x, !FindInMap [M, a, b]]}}
            """.formatted(member);

        assertThat(Verdicts.of(template).flaggedBy(rule)).containsExactly("R");
    }
}
