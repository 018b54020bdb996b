package io.jenkins.plugins.sagemaker.nag.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.sagemaker.nag.rules.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;

/**
 * SARIF 2.1.0, for code scanning: a result for each finding and for each file that could not be checked, and a
 * description of every rule. Ids of rules are cfn_nag's in its SARIF, {@code CFN_NAG_W35}.
 *
 * @param withSuppressed whether findings that a resource suppresses are there too, marked as suppressed
 */
public record SarifReport(boolean withSuppressed) implements ReportFormat {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String ROOT = "%SRCROOT%";

    @Override
    public void write(LintReport report, Writer out) throws IOException {
        try (JsonGenerator json = PrettyJson.to(out)) {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            SarifRules rules = SarifRules.of(report);
            rules.writeTool(json);
            writeInvocation(report, json);
            json.writeArrayFieldStart("results");
            for (FileReport file : report.files()) {
                write(file, rules, json);
            }
            json.writeEndArray();
            json.writeStringField("columnKind", "unicodeCodePoints");
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void writeInvocation(LintReport report, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", report.fatalCount() == 0);
        json.writeEndObject();
        json.writeEndArray();
        json.writeObjectFieldStart("originalUriBaseIds");
        json.writeObjectFieldStart(ROOT);
        json.writeObjectFieldStart("description");
        json.writeStringField("text", "The directory that the templates' paths are relative to.");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(FileReport file, SarifRules rules, JsonGenerator json) throws IOException {
        var results = new Results(ArtifactUri.of(file.file()), rules, json);
        for (Violation violation : file.violations()) {
            if (violation.findings().isEmpty()) {
                results.write(violation, null, null);
            }
            for (Finding finding : violation.findings()) {
                results.write(violation, finding, null);
            }
        }
        if (withSuppressed) {
            for (Violation violation : file.suppressed()) {
                for (Finding finding : violation.findings()) {
                    results.write(violation, finding, file.reasonFor(violation.id(), finding.logicalId()));
                }
            }
        }
    }

    /** The results of one file. A resource that a rule flags more than once has a number in its fingerprint. */
    private record Results(ArtifactUri uri, SarifRules rules, JsonGenerator json, Map<String, Integer> seen) {

        Results(ArtifactUri uri, SarifRules rules, JsonGenerator json) {
            this(uri, rules, json, new HashMap<>());
        }

        /**
         * Writes one result.
         *
         * @param finding null if the file as a whole is meant
         * @param suppressed the reason for which the finding is suppressed, empty if none is given; null if it is not
         */
        void write(Violation violation, Finding finding, String suppressed) throws IOException {
            String ruleId = SarifRules.id(violation);
            json.writeStartObject();
            json.writeStringField("ruleId", ruleId);
            json.writeNumberField("ruleIndex", rules.index(violation));
            json.writeStringField("level", violation.severity() == Severity.FAIL ? "error" : "warning");
            json.writeObjectFieldStart("message");
            json.writeStringField("text", violation.message());
            json.writeEndObject();
            writeLocation(finding);
            json.writeObjectFieldStart("partialFingerprints");
            json.writeStringField("resource/v1", fingerprint(ruleId, finding));
            json.writeEndObject();
            if (suppressed != null) {
                writeSuppression(suppressed);
            }
            json.writeEndObject();
        }

        private void writeLocation(Finding finding) throws IOException {
            json.writeArrayFieldStart("locations");
            json.writeStartObject();
            json.writeObjectFieldStart("physicalLocation");
            json.writeObjectFieldStart("artifactLocation");
            json.writeStringField("uri", uri.text());
            if (uri.relative()) {
                json.writeStringField("uriBaseId", ROOT);
            }
            json.writeEndObject();
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", finding == null ? 1 : Math.max(1, finding.line()));
            json.writeEndObject();
            json.writeEndObject();
            if (finding != null) {
                json.writeArrayFieldStart("logicalLocations");
                json.writeStartObject();
                json.writeStringField("name", finding.logicalId());
                json.writeStringField("fullyQualifiedName", "Resources." + finding.logicalId());
                json.writeStringField("kind", "resource");
                json.writeEndObject();
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeEndArray();
        }

        /** What a finding is known by from run to run: never its line, which moves with every edit above it. */
        private String fingerprint(String ruleId, Finding finding) {
            String place = ruleId + ":" + uri.text() + (finding == null ? "" : ":" + finding.logicalId());
            return place + ":" + seen.merge(place, 1, Integer::sum);
        }

        private void writeSuppression(String reason) throws IOException {
            json.writeArrayFieldStart("suppressions");
            json.writeStartObject();
            json.writeStringField("kind", "inSource");
            if (!reason.isEmpty()) {
                json.writeStringField("justification", reason);
            }
            json.writeEndObject();
            json.writeEndArray();
        }
    }
}
