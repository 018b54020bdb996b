package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.nag.LintOptions.OwnRules;
import io.jenkins.plugins.sagemaker.nag.report.Violation;
import io.jenkins.plugins.sagemaker.nag.rules.OwnRuleException;
import io.jenkins.plugins.sagemaker.nag.rules.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that a team writes in YAML. */
class OwnRulesTest {

    private static LintOptions rules(String yaml) {
        return LintOptions.DEFAULT.withOwnRules(new OwnRules("lint/rules.yaml", yaml));
    }

    private static String rule(String test) {
        return "- {id: TEAM1, type: FAIL, message: m, resourceType: 'My::*', " + test + "}\n";
    }

    private static final String TEMPLATE = """
        Parameters:
          P: {Type: String}
        Resources:
          A:
            Type: My::Thing
            Properties:
              Name: web
              Up: true
              Size: 20
              Open: [{Cidr: 10.0.0.0/8, Port: '80'}, {Cidr: '*'}]
              Later: !Ref P
              Gone: !Ref AWS::NoValue
          B: {Type: Other::Thing}
        """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "property: Nothing, predicate: absent | true",
                "property: Gone, predicate: absent | true",
                "property: Name, predicate: absent | false",
                "property: Later, predicate: absent | false",
                "property: Later, predicate: present | true",
                "property: Gone, predicate: present | false",
                "property: Name, predicate: equals, value: web | true",
                "property: Name, predicate: equals, value: app | false",
                "property: Size, predicate: equals, value: '20' | true",
                "property: Up, predicate: equals, value: 'true' | true",
                "property: Nothing, predicate: equals, value: web | false",
                "property: Name, predicate: notEquals, value: app | true",
                "property: Name, predicate: notEquals, value: web | false",
                "property: Nothing, predicate: notEquals, value: web | true",
                "property: Later, predicate: notEquals, value: web | false",
                "property: Later, predicate: equals, value: web | false",
                "property: Name, predicate: in, value: [app, web] | true",
                "property: Name, predicate: in, value: [app] | false",
                "property: Name, predicate: notIn, value: [app, web] | false",
                "property: Name, predicate: notIn, value: [app] | true",
                "property: Name, predicate: matches, value: '^w' | true",
                "property: Name, predicate: matches, value: '^b' | false",
                "property: Nothing, predicate: matches, value: '.*' | false",
                "property: Name, predicate: notMatches, value: '^b' | true",
                "property: Nothing, predicate: notMatches, value: '.*' | true",
                "property: Name, predicate: notMatches, value: '^w' | false",
                "property: Up, predicate: isTrue | true",
                "property: Name, predicate: isTrue | false",
                "property: Up, predicate: notTrue | false",
                "property: Nothing, predicate: notTrue | true",
                "property: Later, predicate: notTrue | false",
                "property: Up, predicate: isFalse | false",
                "property: Nothing, predicate: isFalse | false",
                "property: 'Open[*].Cidr', predicate: containsWildcard | true",
                "property: Open, predicate: containsWildcard | true",
                "property: Name, predicate: containsWildcard | false",
                "property: Size, predicate: lessThan, value: 21 | true",
                "property: Size, predicate: lessThan, value: 20 | false",
                "property: Size, predicate: greaterThan, value: 19.5 | true",
                "property: Size, predicate: greaterThan, value: 20 | false",
                "property: Name, predicate: greaterThan, value: 0 | false",
                "property: Later, predicate: containsWildcard | false",
                "property: 'Open[*].Port', predicate: absent | true",
                "property: 'Open[*].Cidr', predicate: absent | false",
                "property: 'Nothing[*].Cidr', predicate: absent | false",
                "property: 'Later.Deep[*].Er', predicate: absent | false",
                "property: 'Nothing.Deep.Er', predicate: absent | true"
            })
    void flagWhereTheirTestHolds(String test, boolean flagged) {
        Verdicts verdicts = Verdicts.of(TEMPLATE, rules(rule(test)));

        assertThat(verdicts.all()).isEqualTo(flagged ? List.of("TEAM1 A") : List.of());
    }

    @Test
    void sayWhatTheFileSays() {
        var options = rules("""
            - id: TEAM1
              type: WARN
              name: VersionedBucket
              message: The bucket keeps no old versions.
              resourceType: AWS::S3::Bucket
              property: VersioningConfiguration.Status
              predicate: notEquals
              value: Enabled
              why: What is overwritten is gone.
              fix: Set VersioningConfiguration.Status to Enabled.
              link: https://example.com/buckets
            """);

        Violation violation = Verdicts.of("Resources: {B: {Type: AWS::S3::Bucket}}", options)
                .violations("TEAM1")
                .get(0);

        assertThat(violation.severity()).isEqualTo(Severity.WARN);
        assertThat(violation.name()).isEqualTo("VersionedBucket");
        assertThat(violation.message()).isEqualTo("The bucket keeps no old versions.");
        assertThat(violation.advice().why()).isEqualTo("What is overwritten is gone.");
        assertThat(violation.advice().fix()).isEqualTo("Set VersioningConfiguration.Status to Enabled.");
        assertThat(violation.advice().link()).isEqualTo("https://example.com/buckets");
    }

    @Test
    void sayTheLeastOfThemselvesIfTheFileDoesNot() {
        Violation violation = Verdicts.of(TEMPLATE, rules(rule("property: 'Open[*].Cidr', predicate: present")))
                .violations("TEAM1")
                .get(0);

        assertThat(violation.name()).isEqualTo("TEAM1");
        assertThat(violation.advice().why()).isEqualTo("The team's own rules ask for it.");
        assertThat(violation.advice().fix()).isEqualTo("Change Open[*].Cidr.");
        assertThat(violation.advice().link())
                .isEqualTo("https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
                        + "aws-attribute-metadata.html");
    }

    @Test
    void areSuppressedAndFilteredAsAllOthers() {
        var options =
                rules("- {id: T1, type: WARN, message: m, resourceType: My::Thing, property: X, predicate: absent}\n");
        String suppressing = "Resources: {A: {Type: My::Thing, Metadata: {cfn_nag: {rules_to_suppress: [{id: T1}]}}}}";

        assertThat(Verdicts.of(TEMPLATE, options).all()).containsExactly("T1 A");
        assertThat(Verdicts.of(TEMPLATE, options.withProfile("W35")).all()).isEmpty();
        assertThat(Verdicts.of(TEMPLATE, options.withProfile("T1")).all()).containsExactly("T1 A");
        assertThat(Verdicts.of(TEMPLATE, options.withDenyList("RulesToSuppress: [{id: T1}]"))
                        .all())
                .isEmpty();
        assertThat(Verdicts.of(suppressing, options).all()).isEmpty();
    }

    @Test
    void answerForAResourceTheyCannotUnderstand() {
        Verdicts verdicts = Verdicts.of(TEMPLATE, rules(rule("property: Name.Part, predicate: absent")));

        assertThat(verdicts.all()).containsExactly("MALFORMED A");
    }

    @Test
    void giveUpOnARegularExpressionThatNeverEnds() {
        String template = "Resources: {A: {Type: My::Thing, Properties: {Name: " + "a".repeat(64) + "}}}";
        Verdicts verdicts =
                Verdicts.of(template, rules(rule("property: Name, predicate: matches, value: '^(.*?a){11}b'")));

        assertThat(verdicts.all()).containsExactly("MALFORMED A");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "predicate: notEqual, value: x | :1: there is no predicate notEqual; did you mean notEquals?",
                "predicate: xyzzy | there is no predicate xyzzy; known are absent, present,",
                "predicate: equals | this predicate needs one text or number as value.",
                "predicate: equals, value: [a] | this predicate needs one text or number as value.",
                "predicate: in, value: {a: b} | this predicate needs a list of texts as value.",
                "predicate: absent, value: x | this predicate compares with nothing, so leave out value.",
                "predicate: lessThan, value: x | 'x' is no number.",
                "predicate: matches, value: '(' | '(' is no regular expression:",
                "predicate: absent, wy: x | there is no key wy in a rule; did you mean why",
                "predicate: absent, why: [a] | why must be a text.",
                "predicate: absent, link: ftp | the link must begin with https://.",
                "predicate: absent, property: Y | the key property is given twice."
            })
    void areRefusedWithASentence(String test, String sentence) {
        assertThatThrownBy(() -> new Linter(rules(rule("property: X, " + test))))
                .isInstanceOf(OwnRuleException.class)
                .hasMessageStartingWith("lint/rules.yaml:")
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "id: W35 | the id W35 is taken by one of the rules that come with cfnNag.",
                "id: SM1 | the id SM1 is taken by one of the rules that come with cfnNag.",
                "id: no-id | the id no-id must be letters and then digits, as in TEAM1.",
                "type: ERROR | the type must be FAIL or WARN, not ERROR.",
                "resourceType: 'a b' | the resourceType a b must be one like AWS::S3::Bucket or AWS::SageMaker::*.",
                "property: A..B | 'A..B' is not the path of a property; write it like A.B[*].C, with [*] for each of a list.",
                "message: '' | message must be a text."
            })
    void haveToBeWellFormed(String change, String sentence) {
        String key = change.substring(0, change.indexOf(':'));
        String sound = "id: T1\ntype: FAIL\nmessage: m\nresourceType: A::B\nproperty: X\npredicate: absent\n";
        String yaml = "-\n" + sound.replaceFirst("(?m)^" + key + ":.*$", change).indent(2);

        assertThatThrownBy(() -> new Linter(rules(yaml))).hasMessageEndingWith(": " + sentence);
    }

    @Test
    void tellOfAllMistakesWithTheirLines() {
        String yaml = """
            - id: T1
              type: FAIL
            - text
            - {id: T2, type: WARN, message: m, resourceType: A::B, property: X, predicate: absent}
            - {id: T2, type: WARN, message: m, resourceType: A::B, property: X, predicate: absent}
            """;

        assertThatThrownBy(() -> new Linter(rules(yaml))).hasMessage("""
            lint/rules.yaml:1: the rule has no message.
            lint/rules.yaml:1: the rule has no resourceType.
            lint/rules.yaml:1: the rule has no property.
            lint/rules.yaml:1: the rule has no predicate.
            lint/rules.yaml:3: a rule must be a map that begins with id.
            lint/rules.yaml:5: the id T2 is given twice.""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | :1: a list of rules is expected",
                "{a: b} | :1: a list of rules is expected",
                "- [ | :1: this is not YAML: ",
                "[] | :1: a list of rules is expected"
            })
    void areAListInYaml(String yaml, String sentence) {
        assertThatThrownBy(() -> new Linter(rules(yaml))).hasMessageContaining("lint/rules.yaml" + sentence);
    }
}
