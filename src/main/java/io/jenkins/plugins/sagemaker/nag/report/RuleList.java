package io.jenkins.plugins.sagemaker.nag.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.jenkins.plugins.sagemaker.nag.rules.Pack;
import io.jenkins.plugins.sagemaker.nag.rules.Rule;
import io.jenkins.plugins.sagemaker.nag.rules.RuleCatalog;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The list of all rules: those of cfn_nag, failing ones first, each kind by its numbers; then those of the packs. */
public enum RuleList {
    /** A line for each rule. */
    TEXT {
        @Override
        public void write(Writer out) throws IOException {
            for (Rule rule : sorted()) {
                out.write(rule.severity() + " " + rule.id()
                        + " ".repeat(ID - rule.id().length()) + types(rule) + "  " + rule.message() + "\n");
            }
        }
    },

    /** A list of objects with all that is known about a rule. */
    JSON {
        @Override
        public void write(Writer out) throws IOException {
            try (JsonGenerator json = PrettyJson.to(out)) {
                json.writeStartArray();
                for (Rule rule : sorted()) {
                    json.writeStartObject();
                    json.writeStringField("id", rule.id());
                    json.writeStringField("name", rule.name());
                    json.writeStringField("type", rule.severity().name());
                    json.writeStringField("message", rule.message());
                    json.writeStringField("why", rule.why());
                    json.writeStringField("fix", rule.fix());
                    json.writeStringField("link", rule.link());
                    json.writeArrayFieldStart("resource_types");
                    for (String type : rule.types()) {
                        json.writeString(type);
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            out.write('\n');
        }
    },

    /** The page of the documentation. */
    MARKDOWN {
        @Override
        public void write(Writer out) throws IOException {
            List<Rule> rules = sorted();
            out.write("# Rules of cfnNag\n\n");
            int compatible = RuleCatalog.rules().size();
            out.write("This page is what `lab/run nag rules -o md` prints: the " + compatible
                    + " rules of cfn_nag, of which"
                    + " those with F fail and those with W warn, and those of the packs. [cfnNag.md](cfnNag.md) tells how to"
                    + " choose among them.\n\n## The rules of cfn_nag\n\n");
            table(rules.subList(0, compatible), out);
            for (Pack pack : Pack.values()) {
                out.write("\n## The pack `" + pack.label() + "`\n\n");
                table(RuleCatalog.pack(pack), out);
            }
        }

        private static void table(List<Rule> rules, Writer out) throws IOException {
            out.write("| Rule | Type | Resource | What is wrong | Why it matters | What to do |\n");
            out.write("| --- | --- | --- | --- | --- | --- |\n");
            for (Rule rule : rules) {
                out.write("| " + rule.id() + " | " + rule.severity() + " | [" + types(rule) + "](" + rule.link()
                        + ") | " + cell(rule.message()) + " | " + cell(rule.why()) + " | " + cell(rule.fix()) + " |\n");
            }
        }
    };

    private static final int ID = 6;

    /** Writes the list; neither closes nor flushes the writer. */
    public abstract void write(Writer out) throws IOException;

    private static List<Rule> sorted() {
        var rules = new ArrayList<>(RuleCatalog.rules());
        rules.sort(Comparator.comparing(Rule::severity)
                .thenComparing(rule -> Integer.valueOf(rule.id().substring(1))));
        return rules;
    }

    private static String types(Rule rule) {
        return rule.types().isEmpty() ? "any resource" : String.join(", ", rule.types());
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
