package io.jenkins.plugins.sagemaker.nag;

import java.util.List;

/** Asks by a team's own rule what a property of a resource is worked out to. */
final class Probe {
    private Probe() {}

    /** Whether the first resource's property has that printed form. */
    static boolean is(String template, LintOptions options, String property, String text) {
        return holds(template, options, property, "equals, value: '" + text.replace("'", "''") + "'");
    }

    /** Whether a predicate of own rules holds for the property in the only resource that has such a rule's type. */
    static boolean holds(String template, LintOptions options, String property, String predicate) {
        String rule = "- {id: PROBE1, type: WARN, message: m, resourceType: '*', property: '%s', predicate: %s}\n"
                .formatted(property, predicate);
        Verdicts verdicts = Verdicts.of(template, options.withOwnRules(new LintOptions.OwnRules("probe.yaml", rule)));
        List<String> flagged = verdicts.flaggedBy("PROBE1");
        if (!verdicts.violations("FATAL").isEmpty()) {
            throw new AssertionError(verdicts.fatal());
        }
        return !flagged.isEmpty();
    }
}
