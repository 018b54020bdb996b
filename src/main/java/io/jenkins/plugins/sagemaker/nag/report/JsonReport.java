package io.jenkins.plugins.sagemaker.nag.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;

/** JSON in the shape of {@code cfn_nag_scan -o json}, for whatever reads that. */
public final class JsonReport implements ReportFormat {
    private static final JsonFactory FACTORY = new JsonFactory();

    @Override
    public void write(LintReport report, Appendable out) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            var lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            json.writeStartArray();
            for (FileReport file : report.files()) {
                write(file, json);
            }
            json.writeEndArray();
        }
        out.append(text.getBuffer()).append('\n');
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
