package io.jenkins.plugins.sagemaker.lab.cli.nag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every document that is written here must be valid under the schema that OASIS publishes for SARIF 2.1.0. */
class SarifTest {
    private static final Path RULES = Path.of("../../src/test/resources/io/jenkins/plugins/sagemaker/nag/rules");
    private static final String TOPIC = "Resources:\n  T:\n    Type: AWS::SNS::Topic\n";

    private static Schema schema;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readSchema() throws IOException {
        try (InputStream in = SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(in);
        }
    }

    private static JsonNode run(String... arguments) throws IOException, InterruptedException {
        String document = NagRun.of(arguments).out();
        assertThat(schema.validate(
                        document,
                        InputFormat.JSON,
                        execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .isEmpty();
        JsonNode log = new ObjectMapper().readTree(document);
        assertThat(log.get("version").asText()).isEqualTo("2.1.0");
        return log.at("/runs/0");
    }

    private JsonNode results(String name, String template, String... options) throws IOException, InterruptedException {
        Files.writeString(folder.resolve(name), template);
        var arguments = new ArrayList<>(List.of("-o", "sarif", "-i", folder.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new)).get("results");
    }

    @Test
    void theSchemaIsNoRubberStamp() {
        assertThat(schema.validate("{\"version\": \"2.1.0\", \"runs\": [{}]}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void everyRuleIsDescribedAndEveryResultPointsToItsRule() throws IOException, InterruptedException {
        JsonNode run = run("-o", "sarif", "-n", "-i", RULES.toString());

        JsonNode rules = run.at("/tool/driver/rules");
        Set<String> reported = new HashSet<>();
        assertThat(rules).hasSizeGreaterThanOrEqualTo(166);
        assertThat(run.get("results")).hasSizeGreaterThan(166).allSatisfy(result -> {
            JsonNode rule = rules.get(result.get("ruleIndex").asInt());
            assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
            assertThat(rule.at("/defaultConfiguration/level")).isEqualTo(result.get("level"));
            assertThat(result.at("/locations/0/physicalLocation/region/startLine")
                            .asInt())
                    .isGreaterThan(1);
            reported.add(result.get("ruleId").asText());
        });
        // F665 cannot fire, as in the original.
        assertThat(reported).hasSizeGreaterThanOrEqualTo(165);
        assertThat(run.at("/tool/driver/version").asText()).isNotEmpty();
    }

    @Test
    void nothingFoundIsAValidDocument() throws IOException, InterruptedException {
        JsonNode run = run("-o", "sarif", "-i", folder.toString());

        assertThat(run.get("results")).isEmpty();
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isTrue();
    }

    @Test
    void aFatalAndAMalformedResourceAreResultsOfTheirOwnRules() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("a.yaml"), "nothing: here");
        Files.writeString(folder.resolve("b.yaml"), TOPIC + "  L: [1]\n");

        JsonNode run = run("-o", "sarif", "-i", folder.toString());

        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
        assertThat(run.get("results").findValuesAsText("ruleId"))
                .containsExactly("CFN_NAG_FATAL", "CFN_NAG_W47", "CFN_NAG_MALFORMED");
        JsonNode fatal = run.at("/results/0");
        assertThat(fatal.get("level").asText()).isEqualTo("error");
        assertThat(fatal.at("/message/text").asText()).contains("no Resources");
        assertThat(fatal.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(1);
        assertThat(run.at("/tool/driver/rules/" + fatal.get("ruleIndex").asInt() + "/id")
                        .asText())
                .isEqualTo("CFN_NAG_FATAL");
    }

    @Test
    void aPathIsPercentEncodedAndRelativeToTheDirectoryOfTheRun() throws IOException, InterruptedException {
        JsonNode absolute =
                results("a b#c%d\u00e9?:[1].yaml", TOPIC).at("/0/locations/0/physicalLocation/artifactLocation");
        JsonNode relative = run("-o", "sarif", "-i", "./" + RULES.resolve("F1.violating.yaml"))
                .at("/results/0/locations/0/physicalLocation/artifactLocation");

        assertThat(absolute.get("uri").asText())
                .startsWith("file:///")
                .endsWith("/a%20b%23c%25d%C3%A9%3F%3A%5B1%5D.yaml");
        assertThat(Path.of(URI.create(absolute.get("uri").asText()))).exists();
        assertThat(absolute.has("uriBaseId")).isFalse();
        assertThat(relative.get("uri").asText()).startsWith("../../src/test/").endsWith("/F1.violating.yaml");
        assertThat(relative.get("uriBaseId").asText()).isEqualTo("%SRCROOT%");
    }

    @Test
    void aFindingKeepsItsFingerprintWhenItsLineMoves() throws IOException, InterruptedException {
        JsonNode before = results("t.yaml", TOPIC).get(0);
        JsonNode after = results("t.yaml", "# A line more.\n" + TOPIC).get(0);

        assertThat(after.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(4);
        assertThat(before.at("/locations/0/physicalLocation/region/startLine").asInt())
                .isEqualTo(3);
        assertThat(after.get("partialFingerprints")).isEqualTo(before.get("partialFingerprints"));
    }

    @Test
    void twoFindingsOfOneRuleInOneResourceHaveFingerprintsOfTheirOwn() throws IOException, InterruptedException {
        JsonNode results = results("t.yaml", """
                Resources:
                  A:
                    Type: AWS::EC2::NetworkAcl
                    Properties: {VpcId: v}
                  E: &entry
                    Type: AWS::EC2::NetworkAclEntry
                    Properties: &first {NetworkAclId: !Ref A, Protocol: -1, Egress: true, PortRange: {From: 1, To: 9}}
                  F: *entry
                """);

        Set<JsonNode> fingerprints = new HashSet<>();
        results.forEach(result -> fingerprints.add(result.get("partialFingerprints")));
        assertThat(fingerprints).hasSize(results.size());
        assertThat(results).hasSizeGreaterThan(1);
    }

    @Test
    void whatIsSuppressedIsThereOnDemandWithItsReason() throws IOException, InterruptedException {
        String template =
                TOPIC + "    Metadata: {cfn_nag: {rules_to_suppress: [{id: W47, reason: public}, {id: W35}]}}\n";

        assertThat(results("t.yaml", template)).isEmpty();
        JsonNode results = results("t.yaml", template, "--print-suppression");
        assertThat(results).hasSize(1);
        assertThat(results.at("/0/suppressions").toString())
                .isEqualTo("[{\"kind\":\"inSource\",\"justification\":\"public\"}]");
        assertThat(results.at("/0/locations/0/logicalLocations/0/name").asText())
                .isEqualTo("T");
    }
}
