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
 * The rules as SARIF describes them: all of cfn_nag's, and after them what else was reported: rules of packs, a team's
 * own, and what is no rule, as a file that could not be checked. Results point to them by their place.
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
            file.violations().forEach(sarif::add);
            file.suppressed().forEach(sarif::add);
        }
        return sarif;
    }

    private void add(Violation violation) {
        if (indices.putIfAbsent(violation.id(), indices.size()) == null) {
            others.add(violation);
        }
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
            write(Violation.of(rule, List.of()), rule.types(), json);
        }
        for (Violation violation : others) {
            if (violation.advice() == null) {
                write(violation, json);
            } else {
                write(violation, List.of(), json);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(Violation rule, List<String> types, JsonGenerator json) throws IOException {
        Advice advice = rule.advice();
        json.writeStartObject();
        json.writeStringField("id", id(rule));
        json.writeStringField("name", rule.name());
        text("shortDescription", rule.message(), json);
        text("fullDescription", rule.message() + " " + advice.why(), json);
        json.writeStringField("helpUri", advice.link());
        json.writeObjectFieldStart("help");
        json.writeStringField("text", advice.why() + " " + advice.fix() + " " + advice.link());
        json.writeStringField("markdown", advice.why() + "\n\n**Fix:** " + advice.fix() + "\n\n" + advice.link());
        json.writeEndObject();
        level(rule.severity(), json);
        json.writeObjectFieldStart("properties");
        tags(json);
        json.writeStringField("id", rule.id());
        if (!types.isEmpty()) {
            json.writeArrayFieldStart("resourceTypes");
            for (String type : types) {
                json.writeString(type);
            }
            json.writeEndArray();
        }
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
