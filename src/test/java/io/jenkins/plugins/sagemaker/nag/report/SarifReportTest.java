package io.jenkins.plugins.sagemaker.nag.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.nag.rules.Rule;
import io.jenkins.plugins.sagemaker.nag.rules.RuleCatalog;
import io.jenkins.plugins.sagemaker.nag.rules.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in a SARIF document; that it is valid under SARIF's schema is tested with the command line. */
class SarifReportTest {
    private static final Violation WARNING = violation("W35", Severity.WARN, new Finding("B", 3), new Finding("B", 3));
    private static final Violation FAILURE = violation("F4", Severity.FAIL, new Finding("P", 0));

    private static Violation violation(String id, Severity severity, Finding... findings) {
        return new Violation(id, severity, "Name" + id, "Message " + id + ".", List.of(findings));
    }

    private static JsonNode run(boolean withSuppressed, FileReport... files) throws IOException {
        var out = new StringWriter();
        new SarifReport(withSuppressed).write(new LintReport(List.of(files)), out);
        assertThat(out.toString()).endsWith("}\n");
        JsonNode log = new ObjectMapper().readTree(out.toString());
        assertThat(log.get("$schema").asText()).endsWith("/sarif-schema-2.1.0.json");
        assertThat(log.get("version").asText()).isEqualTo("2.1.0");
        return log.at("/runs/0");
    }

    private static FileReport file(String name, Violation... violations) {
        return new FileReport(name, List.of(violations), List.of(), List.of(), List.of());
    }

    @Test
    void aResultTellsRuleLevelMessageAndPlace() throws IOException {
        JsonNode results = run(false, file("a/b.yaml", WARNING, FAILURE)).get("results");

        assertThat(results).hasSize(3);
        JsonNode first = results.get(0);
        assertThat(first.get("ruleId").asText()).isEqualTo("CFN_NAG_W35");
        assertThat(first.get("level").asText()).isEqualTo("warning");
        assertThat(first.at("/message/text").asText()).isEqualTo("Message W35.");
        assertThat(first.at("/locations").toString())
                .isEqualTo("[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"a/b.yaml\","
                        + "\"uriBaseId\":\"%SRCROOT%\"},\"region\":{\"startLine\":3}},\"logicalLocations\":"
                        + "[{\"name\":\"B\",\"fullyQualifiedName\":\"Resources.B\",\"kind\":\"resource\"}]}]");
        assertThat(first.has("suppressions")).isFalse();
        assertThat(results.get(2).get("level").asText()).isEqualTo("error");
        assertThat(results.get(2)
                        .at("/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void fingerprintsCountWhatIsFoundTwiceInOneResource() throws IOException {
        assertThat(run(false, file("a.yaml", WARNING, FAILURE), file("b.yaml", WARNING))
                        .get("results")
                        .findValuesAsText("resource/v1"))
                .containsExactly(
                        "CFN_NAG_W35:a.yaml:B:1",
                        "CFN_NAG_W35:a.yaml:B:2",
                        "CFN_NAG_F4:a.yaml:P:1",
                        "CFN_NAG_W35:b.yaml:B:1",
                        "CFN_NAG_W35:b.yaml:B:2");
    }

    @Test
    void aFileThatCouldNotBeCheckedIsAResultWithoutAResource() throws IOException {
        JsonNode run = run(false, file("/x/a.yaml", Violation.fatal("Broken.")), file("b.yaml", WARNING));

        JsonNode fatal = run.at("/results/0");
        assertThat(fatal.get("ruleId").asText()).isEqualTo("CFN_NAG_FATAL");
        assertThat(fatal.at("/locations").toString())
                .isEqualTo("[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"file:///x/a.yaml\"},"
                        + "\"region\":{\"startLine\":1}}}]");
        assertThat(fatal.at("/partialFingerprints/resource~1v1").asText())
                .isEqualTo("CFN_NAG_FATAL:file:///x/a.yaml:1");
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
        assertThat(run(false).at("/invocations/0/executionSuccessful").asBoolean())
                .isTrue();
    }

    @Test
    void everyRuleIsDescribedInTheOrderThatResultsPointTo() throws IOException {
        JsonNode run = run(false, file("a.yaml", Violation.fatal("Broken."), WARNING, FAILURE));

        JsonNode rules = run.at("/tool/driver/rules");
        for (Rule rule : RuleCatalog.rules()) {
            JsonNode described = byId(rules, rule.id());
            assertThat(described.get("name").asText()).isEqualTo(rule.name());
            assertThat(described.at("/shortDescription/text").asText()).isEqualTo(rule.message());
            assertThat(described.at("/fullDescription/text").asText()).contains(rule.message(), rule.why());
            assertThat(described.at("/help/text").asText()).contains(rule.fix());
            assertThat(described.at("/help/markdown").asText()).contains(rule.why(), rule.fix(), rule.link());
            assertThat(described.get("helpUri").asText()).isEqualTo(rule.link());
            assertThat(described.at("/defaultConfiguration/level").asText())
                    .isEqualTo(rule.severity() == Severity.FAIL ? "error" : "warning");
            assertThat(described.at("/properties/resourceTypes"))
                    .hasSize(rule.types().size());
        }
        assertThat(run.get("results"))
                .allSatisfy(result -> assertThat(
                                rules.get(result.get("ruleIndex").asInt()).get("id"))
                        .isEqualTo(result.get("ruleId")));
        assertThat(byId(rules, "FATAL").at("/defaultConfiguration/level").asText())
                .isEqualTo("error");
        assertThat(run.at("/tool/driver/name").asText()).isEqualTo("cfnNag");
        assertThat(run.at("/tool/driver/version").asText()).isEqualTo("unpackaged");
    }

    private static JsonNode byId(JsonNode rules, String id) {
        for (JsonNode rule : rules) {
            if (rule.get("id").asText().equals("CFN_NAG_" + id)) {
                return rule;
            }
        }
        throw new AssertionError("no rule " + id);
    }

    @Test
    void whatIsSuppressedIsMarkedSoAndOnlyThereIfAskedFor() throws IOException {
        var file = new FileReport(
                "a.yaml",
                List.of(FAILURE),
                List.of(new Suppression("W35", "A", "other"), new Suppression("W35", "B", "public")),
                List.of(WARNING, violation("W51", Severity.WARN, new Finding("B", 3))),
                List.of());

        assertThat(run(false, file).get("results")).hasSize(1);
        JsonNode results = run(true, file).get("results");
        assertThat(results).hasSize(4);
        assertThat(results.get(0).has("suppressions")).isFalse();
        assertThat(results.get(1).get("suppressions").toString())
                .isEqualTo("[{\"kind\":\"inSource\",\"justification\":\"public\"}]");
        assertThat(results.get(3).get("suppressions").toString()).isEqualTo("[{\"kind\":\"inSource\"}]");
    }
}
