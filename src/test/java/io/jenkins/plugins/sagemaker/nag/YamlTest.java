package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Anchors, aliases, tags, merge keys and tabs: YAML as the original's reader takes it. */
class YamlTest {
    private static final String TOPIC = "Resources:\n  A:\n    Type: AWS::SNS::Topic\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "X: *b | Line 4: the alias *b has no anchor.",
                "X: &b [*b] | Line 4: the alias *b contains itself.",
                "X: !a[b c | Line 4: the tag !a[b is not closed by a space.",
                "X: !a]b [c] | Line 4: the tag !a]b is not closed by a space.",
                "X: !a,b c | Line 4: the tag !a,b is not closed by a space.",
                "X: !a,b {c: d} | Line 4: the tag !a,b is not closed by a space.",
                "X: !!float a | Line 4: a is tagged as a decimal, and is none.",
                "X: !float ~ | Line 4: ~ is tagged as a decimal, and is none."
            })
    void aMistakeEndsTheFileWithItsLine(String line, String message) {
        assertThat(Verdicts.of(TOPIC + line + "\n").fatal()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "X: &b a, Y: *b",
                "X: &b a, Y: &b c, Z: *b",
                "X: !a b",
                "X: !!str 5",
                "X: !!float 1e3",
                "X: !!float 5, Y: !!float '.5'",
                "X: !!binary aGVsbG8=, Y: !!binary a, Z: !binary ''"
            })
    void otherAnchorsAndTagsAreInOrder(String properties) {
        assertThat(Verdicts.of(TOPIC + "    Properties: {" + properties + "}\n").all())
                .containsExactly("W47 A");
    }

    @Test
    void theTypeOfAResourceMayBeAnAliasAndHasItsLine() {
        Verdicts verdicts = Verdicts.of("X: &t AWS::SNS::Topic\nResources:\n  A:\n    Type: *t\n");

        assertThat(verdicts.all()).containsExactly("W47 A");
        assertThat(verdicts.linesOf("W47")).containsExactly(4);
    }

    @Test
    void theTypeOfAResourceMayBeBinary() {
        assertThat(Verdicts.of("Resources: {A: {Type: !!binary QVdTOjpTTlM6OlRvcGlj}}\n")
                        .all())
                .containsExactly("W47 A");
    }

    @Test
    void aDirectiveNeedsADocument() {
        assertThat(Verdicts.of(TOPIC + "%YAML 1.1\n").fatal()).startsWith("A directive, a line that begins with %");
        assertThat(Verdicts.of(TOPIC + "%YAML 1.1\n---\na: b\n").all()).containsExactly("W47 A");
        assertThat(Verdicts.of("%YAML 1.1\n---\n" + TOPIC + "    Metadata: |\n      a\n      %b\n")
                        .all())
                .containsExactly("W47 A");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: {}",
                "X: [a]",
                "X: [']']",
                "X: {} # [",
                "X: [a] # it's {",
                "# [a",
                "X: {a: \"[\"}",
                "X: ['[', \"\\\"{\"]"
            })
    void aLineOfATabBehindAFlowIsAMistake(String line) {
        assertThat(Verdicts.of(line + "\n\t\n" + TOPIC).fatal()).contains("line 2, column 1", "TAB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"X: {\n\t}", "X: [a,\n\tb]", "X: ['[', ']',\n\t\"]\\\"\"]", "X: [{}, [\n\t]]", "X: [a, # ]\n\tb]"
            })
    void withinAFlowItIsNone(String lines) {
        assertThat(Verdicts.of(lines + "\n" + TOPIC).all()).containsExactly("W47 A");
    }

    @Test
    void aTypeDeeperInsideIsLegibleToRulesIfItIsAnAlias() {
        String acl =
                "X: &allow ALLOW\nResources:\n  A: {Type: AWS::WAF::WebACL, Properties: {DefaultAction: {Type: %s}}}\n";

        assertThat(Verdicts.of(acl.formatted("ALLOW")).flaggedBy("F665")).isEmpty();
        assertThat(Verdicts.of(acl.formatted("*allow")).flaggedBy("F665")).containsExactly("A");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<<: *k, X: y | true",
                "<<: [*k, *n] | true",
                "<<: [*n, *k] | false",
                "KmsMasterKeyId: k, <<: *n | false",
                "<<: *n, KmsMasterKeyId: k | true",
                "KmsMasterKeyId: k, <<: text | true",
                "KmsMasterKeyId: k, <<: [*n, text] | true",
                "KmsMasterKeyId: k, <<: [] | true"
            })
    void whatIsMergedWinsOverWhatStandsBeforeIt(String properties, boolean encrypted) {
        String anchors = "K: &k {KmsMasterKeyId: k}\nN: &n {KmsMasterKeyId: ~}\n";

        assertThat(Verdicts.of(anchors + TOPIC + "    Properties: {" + properties + "}\n")
                        .flaggedBy("W47"))
                .hasSize(encrypted ? 0 : 1);
    }

    /** A tab is written {@code >} and a line end {@code /}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "    Properties: {X: [/>a,/>b], Y: c}/|true",
                "    Properties: {X: {/>a: b}}/    Z:/>c: d/|false",
                "    X: [a]/    Y:/>    c: d/|false",
                "    X:>- a/|false",
                "    X:/    ->a/|false",
                "    X: [a,>b]># c/|true",
                "    X: &x>a/|true",
                "    X: [a, [b], c,/d,/>e]/|true"
            })
    void tabsDependOnWhetherAFlowIsOpen(String lines, boolean readable) {
        assertThat(Verdicts.of(TOPIC + lines.replace('/', '\n').replace('>', '\t'))
                        .violations("FATAL"))
                .hasSize(readable ? 0 : 1);
    }

    @Test
    void aSlashMayBeEscaped() {
        assertThat(Verdicts.of(TOPIC + "    Properties: {KmsMasterKeyId: \"a\\/b\\/c\"}\n")
                        .all())
                .isEmpty();
        assertThat(Verdicts.of(TOPIC + "    X: \"a\\kb\"\n").fatal())
                .startsWith("The template is not valid YAML: line 4, column 11: found unknown escape character k");
    }
}
