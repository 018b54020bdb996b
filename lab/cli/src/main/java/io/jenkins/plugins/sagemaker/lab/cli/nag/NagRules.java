package io.jenkins.plugins.sagemaker.lab.cli.nag;

import io.jenkins.plugins.sagemaker.nag.report.RuleList;
import java.io.IOException;
import java.io.Writer;

/** {@code lab/run nag rules}: the list of all rules. */
final class NagRules {
    private final RuleList list;

    NagRules(NagArguments arguments) throws UsageException {
        if (!arguments.inputs().isEmpty()) {
            throw new UsageException(
                    "rules takes no path, but " + arguments.inputs().get(0) + " is given.");
        }
        String format = arguments.value(NagOption.OUTPUT_FORMAT);
        this.list = switch (format == null ? "txt" : format) {
            case "txt" -> RuleList.TEXT;
            case "json" -> RuleList.JSON;
            case "md" -> RuleList.MARKDOWN;
            default -> throw new UsageException("There is no list of rules as " + format + ": choose txt, json or md.");
        };
    }

    void write(Writer out) throws IOException {
        list.write(out);
    }
}
