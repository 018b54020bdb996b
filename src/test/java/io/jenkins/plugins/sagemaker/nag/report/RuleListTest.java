package io.jenkins.plugins.sagemaker.nag.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.nag.rules.Rule;
import io.jenkins.plugins.sagemaker.nag.rules.RuleCatalog;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleListTest {

    private static String written(RuleList list) throws IOException {
        var out = new StringWriter();
        list.write(out);
        return out.toString();
    }

    @Test
    void jsonHasAllThatIsKnownOfEveryRule() throws IOException {
        JsonNode rules = new ObjectMapper().readTree(written(RuleList.JSON));

        for (JsonNode listed : rules) {
            Rule rule = RuleCatalog.byId(listed.get("id").asText());
            assertThat(List.of(
                            listed.get("name").asText(),
                            listed.get("type").asText(),
                            listed.get("message").asText(),
                            listed.get("why").asText(),
                            listed.get("fix").asText(),
                            listed.get("link").asText()))
                    .containsExactly(
                            rule.name(), rule.severity().name(), rule.message(), rule.why(), rule.fix(), rule.link());
            assertThat(listed.get("resource_types")).hasSize(rule.types().size());
        }
        assertThat(rules.findValuesAsText("id"))
                .containsAll(RuleCatalog.rules().stream().map(Rule::id).toList());
    }

    @Test
    void textHasOneLineForEachRuleAndTheirNumbersInOrder() throws IOException {
        List<String> lines = written(RuleList.TEXT).lines().toList();

        assertThat(lines.get(0))
                .isEqualTo(
                        "FAIL F1    AWS::EC2::Volume  " + RuleCatalog.byId("F1").message());
        assertThat(lines.get(1)).startsWith("FAIL F2 ");
        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("WARN W1201 "));
        assertThat(lines).doesNotHaveDuplicates();
    }

    @Test
    void markdownHasOneRowForEachRule() throws IOException {
        String page = written(RuleList.MARKDOWN);

        Rule first = RuleCatalog.byId("F1");
        assertThat(page).startsWith("# Rules of cfnNag\n").contains("the 166 rules of cfn_nag");
        assertThat(page.lines().filter(line -> line.startsWith("| ")).count())
                .isGreaterThan(RuleCatalog.rules().size());
        assertThat(page.lines().filter(line -> line.startsWith("| F1 ")))
                .containsExactly("| F1 | FAIL | [AWS::EC2::Volume](%s) | %s | %s | %s |"
                        .formatted(first.link(), first.message(), first.why(), first.fix()));
    }

    @Test
    void markdownHasATableForTheOriginalsRulesAndOneForEachPack() throws IOException {
        assertThat(written(RuleList.MARKDOWN))
                .containsSubsequence(
                        "## The rules of cfn_nag\n\n| Rule | Type | Resource | What is wrong | Why it matters |"
                                + " What to do |\n| --- | --- | --- | --- | --- | --- |\n| F1 |",
                        "## The pack `sagemaker`\n\n| Rule | Type | Resource | What is wrong | Why it matters |"
                                + " What to do |\n| --- | --- | --- | --- | --- | --- |\n| SM1 |");
    }
}
