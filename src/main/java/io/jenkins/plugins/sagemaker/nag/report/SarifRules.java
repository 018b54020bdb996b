package io.jenkins.plugins.sagemaker.nag.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.sagemaker.nag.rules.Rule;
import io.jenkins.plugins.sagemaker.nag.rules.RuleCatalog;
import io.jenkins.plugins.sagemaker.nag.rules.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules as SARIF describes them: all of the catalog, and after them what is no rule of it but was reported, as a
 * file that could not be checked. Results point to them by their place.
 */
final class SarifRules {
    private static final String PREFIX = "CFN_NAG_";
    private static final String PAGE = "https://github.com/jenkinsci/sagemaker-steps-plugin";

    private final List<Rule> rules = RuleCatalog.rules();
    private final List<Violation> others = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();

    private SarifRules() {}

    static SarifRules of(LintReport report) {
        var sarif = new SarifRules();
        for (Rule rule : sarif.rules) {
            sarif.indices.put(rule.id(), sarif.indices.size());
        }
        for (FileReport file : report.files()) {
            for (Violation violation : file.violations()) {
                if (sarif.indices.putIfAbsent(violation.id(), sarif.indices.size()) == null) {
                    sarif.others.add(violation);
                }
            }
        }
        return sarif;
    }

    static String id(Violation violation) {
        return PREFIX + violation.id();
    }

    /** Position of the violation's rule in the list. */
    int index(Violation violation) {
        return indices.get(violation.id());
    }

    void writeTool(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "cfnNag");
        json.writeStringField("fullName", "Amazon SageMaker Pipeline Steps: cfnNag");
        json.writeStringField("version", LinterVersion.text());
        json.writeStringField("informationUri", PAGE);
        json.writeArrayFieldStart("rules");
        for (Rule rule : rules) {
            write(rule, json);
        }
        for (Violation violation : others) {
            write(violation, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(Rule rule, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", PREFIX + rule.id());
        json.writeStringField("name", rule.name());
        text("shortDescription", rule.message(), json);
        text("fullDescription", rule.message() + " " + rule.why(), json);
        json.writeStringField("helpUri", rule.link());
        json.writeObjectFieldStart("help");
        json.writeStringField("text", rule.why() + " " + rule.fix() + " " + rule.link());
        json.writeStringField("markdown", rule.why() + "\n\n**Fix:** " + rule.fix() + "\n\n" + rule.link());
        json.writeEndObject();
        level(rule.severity(), json);
        json.writeObjectFieldStart("properties");
        tags(json);
        json.writeStringField("id", rule.id());
        json.writeArrayFieldStart("resourceTypes");
        for (String type : rule.types()) {
            json.writeString(type);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(Violation violation, JsonGenerator json) throws IOException {
        boolean file = violation.isFatal();
        json.writeStartObject();
        json.writeStringField("id", PREFIX + violation.id());
        json.writeStringField("name", violation.name());
        String what = file ? "The template could not be checked." : "The resource could not be checked completely.";
        text("shortDescription", what, json);
        text("fullDescription", what + " The message of the result tells why.", json);
        text("help", "Nothing is known about what was not checked. Correct the template.", json);
        level(violation.severity(), json);
        json.writeObjectFieldStart("properties");
        tags(json);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void tags(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("tags");
        json.writeString("security");
        json.writeString("cloudformation");
        json.writeEndArray();
    }

    private static void text(String field, String text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private static void level(Severity severity, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", severity == Severity.FAIL ? "error" : "warning");
        json.writeEndObject();
    }
}
