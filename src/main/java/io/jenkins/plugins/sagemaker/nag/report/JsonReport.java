package io.jenkins.plugins.sagemaker.nag.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;

/** JSON in the shape of {@code cfn_nag_scan -o json}, for whatever reads that. */
public final class JsonReport implements ReportFormat {

    @Override
    public void write(LintReport report, Writer out) throws IOException {
        try (JsonGenerator json = PrettyJson.to(out)) {
            json.writeStartArray();
            for (FileReport file : report.files()) {
                write(file, json);
            }
            json.writeEndArray();
        }
        out.write('\n');
    }

    private static void write(FileReport file, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("filename", file.file());
        json.writeObjectFieldStart("file_results");
        json.writeNumberField("failure_count", file.failureCount());
        json.writeArrayFieldStart("violations");
        for (Violation violation : file.violations()) {
            write(violation, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(Violation violation, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", violation.id());
        json.writeStringField("name", violation.name());
        json.writeStringField("type", violation.severity().name());
        json.writeStringField("message", violation.message());
        json.writeArrayFieldStart("logical_resource_ids");
        for (Finding finding : violation.findings()) {
            json.writeString(finding.logicalId());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("line_numbers");
        for (Finding finding : violation.findings()) {
            json.writeNumber(finding.line());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("element_types");
        for (int i = 0; i < violation.findings().size(); i++) {
            json.writeString("resource");
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
