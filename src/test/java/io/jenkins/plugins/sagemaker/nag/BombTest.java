package io.jenkins.plugins.sagemaker.nag;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.nag.rules.Pack;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Templates made to exhaust time or memory. Each takes well under two seconds and 200 MB; the limit here is generous, so
 * that it catches what never ends and not a machine that is busy.
 */
class BombTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final LintOptions STRICT =
            LintOptions.DEFAULT.withStrict(true).withPacks(Set.of(Pack.values()));
    private static final String BUCKET =
            "Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      AccessControl: ";
    private static final String JSON_BUCKET =
            "{\"Resources\": {\"B\": {\"Type\": \"AWS::S3::Bucket\", \"Properties\": {\"A\": \"%s\"}}}}";
    private static final String LONG_DEFAULT =
            "Parameters:\n  P:\n    Type: String\n    Default: " + "y".repeat(300_000) + "\n";

    static Stream<Arguments> refused() {
        String aliases = IntStream.range(1, 12)
                .mapToObj(i -> "a%d: &a%d [%s]\n"
                        .formatted(i, i, "*a%d, ".formatted(i - 1).repeat(10)))
                .collect(joining());
        return Stream.of(
                Arguments.of("aliases that multiply", "a0: &a0 [x]\n" + aliases + BUCKET + "*a11\n", "unfolds"),
                Arguments.of("an alias of itself", BUCKET + "&a [*a]\n", "contains itself"),
                Arguments.of(
                        "long texts multiplied",
                        "a: &a " + "x".repeat(500_000) + "\nb: [" + "*a, ".repeat(200) + "]\n",
                        "unfolds"),
                Arguments.of("deep lists", BUCKET + "[".repeat(500_000), "deep"),
                Arguments.of("deep maps", BUCKET + "{a: ".repeat(200_000), "deep"),
                Arguments.of("deep JSON", "{\"a\":".repeat(200_000) + "1" + "}".repeat(200_000), "JSON"),
                Arguments.of("dashes", BUCKET + "\n        " + "- ".repeat(500_000), "deep"),
                Arguments.of("too long a text", "#".repeat(2_000_000), "characters"),
                Arguments.of(
                        "too many resources",
                        "Resources:\n"
                                + IntStream.range(0, 20_000)
                                        .mapToObj(i -> "  R" + i + ": {Type: A::B}\n")
                                        .collect(joining()),
                        "20000 resources"),
                Arguments.of(
                        "too many resources as JSON",
                        "{\"Resources\":{"
                                + IntStream.range(0, 20_000)
                                        .mapToObj(i -> "\"R" + i + "\":{\"Type\":\"A::B\"}")
                                        .collect(joining(","))
                                + "}}",
                        "20000 resources"),
                Arguments.of(
                        "a hundred thousand resources",
                        "Resources:\n"
                                + IntStream.range(0, 100_000)
                                        .mapToObj(i -> "  R" + i + ": {Type: A::B}\n")
                                        .collect(joining()),
                        "characters"),
                Arguments.of("a long number in JSON", "{\"a\":" + "1".repeat(1_000_000) + "}", "JSON"),
                Arguments.of("aliases of maps that multiply", mapsThatMultiply() + BUCKET + "*a11\n", "unfolds"),
                Arguments.of("a long list of danglers", BUCKET + "{Ref: " + "x".repeat(500_000) + "}\n", "xxx..."));
    }

    private static String mapsThatMultiply() {
        return "a0: &a0 {x: y}\n"
                + IntStream.range(1, 12)
                        .mapToObj(i -> "a%d: &a%d {%s}\n"
                                .formatted(
                                        i,
                                        i,
                                        IntStream.range(0, 10)
                                                .mapToObj(k -> "k%d: *a%d".formatted(k, i - 1))
                                                .collect(joining(", "))))
                        .collect(joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void endsInAFatal(String name, String template, String expected) {
        Verdicts verdicts = Assertions.assertTimeoutPreemptively(LIMIT, () -> Verdicts.of(template));

        assertThat(verdicts.fatal()).contains(expected).hasSizeLessThan(1000);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void endsInAFatalOrAFindingWhenStrict(String name, String template, String expected) {
        Verdicts verdicts = Assertions.assertTimeoutPreemptively(LIMIT, () -> Verdicts.of(template, STRICT));

        assertThat(verdicts.report().violations())
                .anySatisfy(violation -> assertThat(violation.message()).contains(expected))
                .allSatisfy(violation -> assertThat(violation.message()).hasSizeLessThan(1000));
    }

    static Stream<Arguments> endured() {
        return Stream.of(
                Arguments.of("a huge scalar", BUCKET + "x".repeat(1_400_000)),
                Arguments.of("a huge number", BUCKET + "1".repeat(1_000_000)),
                Arguments.of("beginnings without end", BUCKET + "!Sub '" + "${".repeat(600_000) + "'"),
                Arguments.of("tabs", BUCKET + "[\n" + "\ta,\n".repeat(300_000) + "]"),
                Arguments.of("comments", "#\n".repeat(700_000) + BUCKET + "x"),
                Arguments.of("documents", BUCKET + "x\n" + "---\na\n".repeat(150_000)),
                Arguments.of("a huge JSON text", JSON_BUCKET.formatted("x".repeat(1_400_000))),
                Arguments.of("one key again and again", BUCKET + "x\n" + "      A: 1\n".repeat(50_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endured")
    void isCheckedAllTheSame(String name, String template) {
        Verdicts verdicts = Assertions.assertTimeoutPreemptively(LIMIT, () -> Verdicts.of(template));

        assertThat(verdicts.flaggedBy("W51")).containsExactly("B");
        assertThat(Assertions.assertTimeoutPreemptively(LIMIT, () -> Verdicts.of(template, STRICT))
                        .flaggedBy("W51"))
                .containsExactly("B");
    }

    static Stream<Arguments> strictlyEndured() {
        String role = "Resources:\n  B:\n    Type: AWS::IAM::Role\n    Properties:\n      AssumeRolePolicyDocument: ";
        return Stream.of(
                Arguments.of("a reference to itself", BUCKET + "!Sub '${B}'\n"),
                Arguments.of(
                        "references in a circle",
                        "Parameters:\n  P: {Type: String, Default: '${Q}'}\n  Q: {Type: String, Default: '${P}'}\n"
                                + BUCKET + "!Sub '${P}'\n"),
                Arguments.of(
                        "a name that means itself", BUCKET + "!Sub ['${A}', {A: !Sub ['${A}', {A: !Sub '${A}'}]}]\n"),
                Arguments.of("many references", BUCKET + "!Sub '" + "${B.Arn}".repeat(100_000) + "'\n"),
                Arguments.of("many that are missing", BUCKET + "!Sub '" + "${X}${Y.Z}".repeat(100_000) + "'\n"),
                Arguments.of(
                        "functions in functions", BUCKET + "!If [C, ".repeat(250) + "x" + ", x]".repeat(250) + "\n"),
                Arguments.of("a deep document in a text", role + "'{\"a\":" + "[".repeat(100_000) + "'\n"),
                Arguments.of(
                        "a huge document in a text", role + "'{\"Statement\": [" + "1,".repeat(500_000) + "1]}'\n"),
                Arguments.of(
                        "a document of stars",
                        role + "{Statement: {Effect: Allow, Action: '" + "*a".repeat(100_000) + "'}}\n"),
                Arguments.of(
                        "a list of many",
                        "Parameters:\n  P: {Type: CommaDelimitedList, Default: '" + ",".repeat(900_000) + "'}\n"
                                + BUCKET + "!Sub '${P}'\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strictlyEndured")
    void isAnsweredWhenStrict(String name, String template) {
        Verdicts verdicts = Assertions.assertTimeoutPreemptively(LIMIT, () -> Verdicts.of(template, STRICT));

        assertThat(verdicts.report().violations())
                .noneSatisfy(violation -> assertThat(violation.message()).startsWith(Linter.DEFECT));
    }

    @Test
    void aSubThatUnfoldsToGigabytesIsFatal() {
        String template = LONG_DEFAULT + BUCKET + "!Sub '" + "${P}".repeat(100_000) + "'\n";

        assertThat(Assertions.assertTimeoutPreemptively(LIMIT, () -> Verdicts.withDefaults(template))
                        .fatal())
                .contains("characters of text");
    }

    @Test
    void aJoinThatUnfoldsToGigabytesIsFatal() {
        String template = LONG_DEFAULT + BUCKET + "!Join ['', [" + "!Ref P, ".repeat(50_000) + "x]]\n";

        assertThat(Assertions.assertTimeoutPreemptively(LIMIT, () -> Verdicts.withDefaults(template))
                        .fatal())
                .contains("characters of text");
    }

    @Test
    void aListOfSuppressionsThatAreNoneIsRemarkedUponOnceAndInShort() {
        String template = BUCKET + "x\n    Metadata: {cfn_nag: {rules_to_suppress: [" + "x,".repeat(150_000) + "]}}\n";

        Verdicts verdicts = Assertions.assertTimeoutPreemptively(LIMIT, () -> Verdicts.of(template));

        assertThat(verdicts.flaggedBy("W51")).containsExactly("B");
        assertThat(verdicts.report().remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark).hasSizeLessThan(1100).endsWith("..."));
    }

    @Test
    void manyUsersAndManyGroupsAreBroughtTogether() {
        String users = IntStream.range(0, 1000)
                .mapToObj(i -> "  U%d: {Type: 'AWS::IAM::User', Properties: {UserName: u%d}}\n".formatted(i, i))
                .collect(joining());
        String names = IntStream.range(0, 30).mapToObj(i -> "u" + i).collect(joining(", "));
        String additions = IntStream.range(0, 1000)
                .mapToObj(
                        i -> "  A%d: {Type: 'AWS::IAM::UserToGroupAddition', Properties: {GroupName: g, Users: [%s]}}\n"
                                .formatted(i, names))
                .collect(joining());

        Verdicts verdicts =
                Assertions.assertTimeoutPreemptively(LIMIT, () -> Verdicts.of("Resources:\n" + users + additions));

        assertThat(verdicts.flaggedBy("F2000")).hasSize(970).contains("U30").doesNotContain("U29");
    }
}
