package io.jenkins.plugins.sagemaker.nag.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.nag.rules.RuleCatalog;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a SARIF document describes the linter, and what its results point to. */
class SarifRulesTest {
    private static final String TAGS = "[\"security\",\"cloudformation\"]";
    private static final int COMPATIBLE = RuleCatalog.rules().size();
    private static final Violation PACK = Violation.of(RuleCatalog.byId("SM1"), List.of(new Finding("R", 2)));

    private static JsonNode run(FileReport... files) throws IOException {
        var out = new StringWriter();
        new SarifReport(true).write(new LintReport(List.of(files)), out);
        return new ObjectMapper().readTree(out.toString()).at("/runs/0");
    }

    private static FileReport file(List<Violation> violations, List<Violation> suppressed) {
        return new FileReport("a.yaml", violations, List.of(), suppressed, List.of());
    }

    @Test
    void theDocumentTellsWhatItsPathsAndColumnsMean() throws IOException {
        JsonNode run = run();

        assertThat(run.at("/tool/driver/fullName").asText()).isEqualTo("Amazon SageMaker Pipeline Steps: cfnNag");
        assertThat(run.at("/tool/driver/informationUri").asText())
                .isEqualTo("https://github.com/jenkinsci/sagemaker-steps-plugin");
        assertThat(run.get("originalUriBaseIds").toString())
                .isEqualTo("{\"%SRCROOT%\":{\"description\":"
                        + "{\"text\":\"The directory that the templates' paths are relative to.\"}}}");
        assertThat(run.get("columnKind").asText()).isEqualTo("unicodeCodePoints");
    }

    @Test
    void aRuleHasTagsForFiltersAndTheOriginalsId() throws IOException {
        for (JsonNode rule : run().at("/tool/driver/rules")) {
            assertThat(rule.at("/properties/tags").toString()).isEqualTo(TAGS);
            assertThat("CFN_NAG_" + rule.at("/properties/id").asText())
                    .isEqualTo(rule.get("id").asText());
        }
    }

    @Test
    void aRuleOfAPackIsDescribedAfterTheOriginalsAsSoonAsItReports() throws IOException {
        JsonNode run = run(file(List.of(PACK), List.of()), file(List.of(PACK), List.of()));

        JsonNode rules = run.at("/tool/driver/rules");
        assertThat(rules).hasSize(COMPATIBLE + 1);
        JsonNode described = rules.get(COMPATIBLE);
        assertThat(described.get("id").asText()).isEqualTo("CFN_NAG_SM1");
        assertThat(described.at("/help/text").asText())
                .isEqualTo(PACK.advice().why() + " " + PACK.advice().fix() + " "
                        + PACK.advice().link());
        assertThat(described.get("properties").has("resourceTypes")).isFalse();
        assertThat(run.get("results").findValuesAsText("ruleIndex")).containsOnly(String.valueOf(COMPATIBLE));
    }

    @Test
    void aRuleThatWasOnlySuppressedIsDescribedToo() throws IOException {
        JsonNode run = run(file(List.of(), List.of(PACK)));

        assertThat(run.at("/tool/driver/rules/" + COMPATIBLE + "/name").asText())
                .isEqualTo(PACK.name());
        assertThat(run.at("/results/0/ruleIndex").asInt()).isEqualTo(COMPATIBLE);
    }

    @ParameterizedTest
    @CsvSource({"true, The template could not be checked.", "false, The resource could not be checked completely."})
    void whatIsNoRuleTellsThatSomethingIsUnknown(boolean whole, String what) throws IOException {
        var violation =
                whole ? Violation.fatal("Broken.") : Violation.malformed("A text is no list.", new Finding("R", 2));

        JsonNode described = run(file(List.of(violation), List.of())).at("/tool/driver/rules/" + COMPATIBLE);

        assertThat(described.get("id").asText()).isEqualTo("CFN_NAG_" + violation.id());
        assertThat(described.get("name").asText()).isEqualTo("system");
        assertThat(described.at("/shortDescription/text").asText()).isEqualTo(what);
        assertThat(described.at("/fullDescription/text").asText())
                .isEqualTo(what + " The message of the result tells why.");
        assertThat(described.at("/help/text").asText())
                .isEqualTo("Nothing is known about what was not checked. Correct the template.");
        assertThat(described.at("/properties/tags").toString()).isEqualTo(TAGS);
    }
}
