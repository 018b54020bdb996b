package io.jenkins.plugins.sagemaker.nag;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.nag.rules.Pack;
import io.jenkins.plugins.sagemaker.nag.rules.Rule;
import io.jenkins.plugins.sagemaker.nag.rules.RuleCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule has two small templates, {@code rules/ID.clean.yaml} and {@code rules/ID.violating.yaml}. In the second, the
 * rule flags exactly the resources whose logical id begins with Bad; in the first, none.
 */
class EveryRuleTest {
    private static final LintOptions ALL = LintOptions.DEFAULT.withPacks(Set.of(Pack.values()));
    private static final Pattern LOGICAL_ID = Pattern.compile("(?m)^  (\\w+):$");

    /** Rules that the original cannot fire either, see {@code TypeLine}; the strict mode can. */
    private static final Set<String> BLIND = Set.of("F665");

    static Stream<String> rules() {
        return RuleCatalog.all().stream().map(Rule::id);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void flagsWhatIsBadAndNothingElse(String id) throws IOException {
        String template = read(id + ".violating.yaml");
        List<String> bad = LOGICAL_ID
                .matcher(template)
                .results()
                .map(match -> match.group(1))
                .filter(name -> name.startsWith("Bad"))
                .toList();

        Verdicts verdicts = Verdicts.of(template, ALL);

        assertThat(bad).isNotEmpty();
        assertThat(verdicts.violations("FATAL")).isEmpty();
        assertThat(verdicts.violations("MALFORMED")).isEmpty();
        if (BLIND.contains(id)) {
            assertThat(verdicts.flaggedBy(id)).isEmpty();
            assertThat(Verdicts.of(template, ALL.withStrict(true)).flaggedBy(id))
                    .containsExactlyInAnyOrderElementsOf(bad);
        } else {
            assertThat(verdicts.flaggedBy(id)).containsExactlyInAnyOrderElementsOf(bad);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void leavesAloneWhatIsClean(String id) throws IOException {
        Verdicts verdicts = Verdicts.of(read(id + ".clean.yaml"), ALL);

        assertThat(verdicts.flaggedBy(id)).isEmpty();
        assertThat(verdicts.violations("FATAL")).isEmpty();
        assertThat(verdicts.violations("MALFORMED")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void tellsWhatIsWrongWhyAndWhatToDo(String id) {
        Rule rule = RuleCatalog.byId(id);

        assertThat(List.of(rule.message(), rule.why(), rule.fix()))
                .allSatisfy(
                        sentence -> assertThat(sentence).hasSizeGreaterThan(15).endsWith("."));
        assertThat(rule.link()).startsWith("https://docs.aws.amazon.com/").endsWith(".html");
    }

    @Test
    void thereAreAllOfThem() {
        List<Rule> rules = RuleCatalog.rules();

        assertThat(rules).hasSize(166);
        assertThat(rules.stream().filter(rule -> rule.id().startsWith("F"))).hasSize(79);
        assertThat(rules).isSortedAccordingTo(Comparator.comparing(Rule::name));
        assertThat(rules.stream().map(Rule::name)).doesNotHaveDuplicates();
    }

    private static String read(String name) throws IOException {
        try (InputStream in = EveryRuleTest.class.getResourceAsStream("rules/" + name)) {
            assertThat(in).as("the template %s of the rule's pair", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
