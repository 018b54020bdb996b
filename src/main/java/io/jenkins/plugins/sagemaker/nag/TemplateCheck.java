package io.jenkins.plugins.sagemaker.nag;

import io.jenkins.plugins.sagemaker.nag.report.Finding;
import io.jenkins.plugins.sagemaker.nag.report.Violation;
import io.jenkins.plugins.sagemaker.nag.rules.Findings;
import io.jenkins.plugins.sagemaker.nag.rules.Rule;
import io.jenkins.plugins.sagemaker.nag.template.Malformation;
import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Template;
import io.jenkins.plugins.sagemaker.nag.template.UnreadableTemplateException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One template under the rules, one after the other. The strict mode reads a template in more than one way; what is found
 * in any of them counts once.
 */
final class TemplateCheck {
    private final List<Template> readings;
    private final Suppressions suppressions;
    private final Set<String> types;
    private final List<Violation> violations = new ArrayList<>();
    private final List<Violation> suppressed = new ArrayList<>();
    private final Set<Malformation> malformations = new LinkedHashSet<>();

    TemplateCheck(List<Template> readings, Suppressions suppressions) {
        this.readings = readings;
        this.suppressions = suppressions;
        this.types = readings.get(0).types();
        readings.forEach(reading -> malformations.addAll(reading.malformations()));
        malformations.addAll(suppressions.malformations());
    }

    void run(Rule rule) {
        if (!rule.concerns(types)) {
            return;
        }
        Set<String> left = suppressions.of(rule.id());
        var found = new ArrayList<Finding>();
        for (Template reading : readings) {
            Findings findings = rule.run(reading, left);
            add(findings.flagged(), reading, found);
            malformations.addAll(findings.malformations());
        }
        if (!found.isEmpty()) {
            violations.add(Violation.of(rule, found));
        }
        if (!left.isEmpty()) {
            addSuppressed(rule, left);
        }
    }

    private void add(List<Resource> flagged, Template reading, List<Finding> found) {
        for (Resource resource : flagged) {
            var finding = new Finding(resource.logicalId(), resource.line());
            if (reading == readings.get(0) || !found.contains(finding)) {
                found.add(finding);
            }
        }
    }

    /** What the rule would have said about the resources that suppress it. */
    private void addSuppressed(Rule rule, Set<String> ids) {
        var found = new ArrayList<Finding>();
        try {
            for (Template reading : readings) {
                var flagged = new ArrayList<>(rule.run(reading, Set.of()).flagged());
                flagged.removeIf(resource -> !ids.contains(resource.logicalId()));
                add(flagged, reading, found);
            }
        } catch (UnreadableTemplateException suppressedTrouble) {
            // Without the suppression the whole file could not be checked; so there is no finding to tell of.
            return;
        }
        if (!found.isEmpty()) {
            suppressed.add(Violation.of(rule, found));
        }
    }

    /** The violations so far, resources that could not be understood at the end. */
    List<Violation> violations() {
        var all = new ArrayList<>(violations);
        for (Malformation malformation : malformations) {
            all.add(Violation.malformed(
                    "The resource cannot be checked completely: " + malformation.problem() + ".",
                    new Finding(malformation.logicalId(), malformation.line())));
        }
        return all;
    }

    List<Violation> suppressed() {
        return suppressed;
    }

    Suppressions suppressions() {
        return suppressions;
    }
}
