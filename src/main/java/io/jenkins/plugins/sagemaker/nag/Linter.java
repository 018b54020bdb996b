package io.jenkins.plugins.sagemaker.nag;

import io.jenkins.plugins.sagemaker.nag.report.FileReport;
import io.jenkins.plugins.sagemaker.nag.report.Finding;
import io.jenkins.plugins.sagemaker.nag.report.LintReport;
import io.jenkins.plugins.sagemaker.nag.report.Violation;
import io.jenkins.plugins.sagemaker.nag.rules.Findings;
import io.jenkins.plugins.sagemaker.nag.rules.Rule;
import io.jenkins.plugins.sagemaker.nag.rules.RuleCatalog;
import io.jenkins.plugins.sagemaker.nag.template.Limits;
import io.jenkins.plugins.sagemaker.nag.template.Malformation;
import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Template;
import io.jenkins.plugins.sagemaker.nag.template.TemplateReader;
import io.jenkins.plugins.sagemaker.nag.template.TemplateSource;
import io.jenkins.plugins.sagemaker.nag.template.UnreadableTemplateException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks CloudFormation templates against cfn_nag's 166 rules, with cfn_nag 0.8.10's verdicts. No input makes it throw:
 * a file that cannot be checked gets one {@link Violation#FATAL}, and a resource that cannot be understood a
 * {@link Violation#MALFORMED} while all others are checked.
 *
 * <p>Holds no state between files; one linter may serve many threads.
 */
public final class Linter {
    /** Begins the message of a FATAL that is not the template's fault. */
    static final String DEFECT = "The linter itself failed on this file, please report it: ";

    private final LintOptions options;
    private final TemplateReader reader;
    private final RuleFilter filter;

    public Linter(LintOptions options) {
        this.options = options;
        this.reader = new TemplateReader(options.parameterValues(), options.conditionValues(), Limits.DEFAULT);
        this.filter = RuleFilter.of(options.profile(), options.denyList());
    }

    /**
     * Reads and checks the files with all processors. The report keeps their order. No thread outlives the call.
     *
     * @throws InterruptedException if the calling thread is interrupted meanwhile; files that are being checked then are
     *     checked to their end, and no other is begun
     */
    public LintReport lint(List<TemplateFile> files) throws InterruptedException {
        return new LintReport(new ParallelLint(this, files).run());
    }

    public FileReport lint(TemplateSource source) {
        try {
            return check(source.name(), reader.read(source));
        } catch (UnreadableTemplateException e) {
            return fatal(source.name(), e.getMessage());
        } catch (StackOverflowError tooDeep) {
            return fatal(source.name(), "The template is nested too deep.");
        } catch (RuntimeException defect) {
            // One file must not cost the answers for all others.
            return fatal(source.name(), DEFECT + defect);
        }
    }

    private FileReport fatal(String file, String message) {
        var violations = options.ignoreFatal() ? List.<Violation>of() : List.of(Violation.fatal(message));
        return new FileReport(file, violations, List.of(), List.of(), List.of());
    }

    private FileReport check(String file, Template template) {
        var suppressions = Suppressions.of(template, options.allowSuppression());
        var violations = new ArrayList<Violation>();
        var suppressed = new ArrayList<Violation>();
        var malformations = new LinkedHashSet<Malformation>(template.malformations());
        malformations.addAll(suppressions.malformations());
        Set<String> types = template.types();
        for (Rule rule : RuleCatalog.rules()) {
            if (rule.concerns(types)) {
                Set<String> left = suppressions.of(rule.id());
                Findings findings = rule.run(template, left);
                if (!findings.flagged().isEmpty()) {
                    violations.add(violation(rule, findings.flagged()));
                }
                if (!left.isEmpty()) {
                    addSuppressed(rule, template, left, suppressed);
                }
                malformations.addAll(findings.malformations());
            }
        }
        malformations.forEach(malformation -> violations.add(violation(malformation)));
        List<Violation> filtered = filter.apply(violations);
        if (options.ignoreFatal()) {
            filtered.removeIf(Violation::isFatal);
        }
        return new FileReport(file, filtered, suppressions.declared(), suppressed, suppressions.remarks());
    }

    /** What the rule would have said about the resources that suppress it. */
    private static void addSuppressed(Rule rule, Template template, Set<String> ids, List<Violation> suppressed) {
        var flagged = new ArrayList<Resource>();
        try {
            for (Resource resource : rule.run(template, Set.of()).flagged()) {
                if (ids.contains(resource.logicalId())) {
                    flagged.add(resource);
                }
            }
        } catch (UnreadableTemplateException suppressedTrouble) {
            // Without the suppression the whole file could not be checked; so there is no finding to tell of.
            return;
        }
        if (!flagged.isEmpty()) {
            suppressed.add(violation(rule, flagged));
        }
    }

    private static Violation violation(Rule rule, List<Resource> flagged) {
        var findings = new ArrayList<Finding>(flagged.size());
        for (Resource resource : flagged) {
            findings.add(new Finding(resource.logicalId(), resource.line()));
        }
        return new Violation(rule.id(), rule.severity(), rule.name(), rule.message(), findings);
    }

    private static Violation violation(Malformation malformation) {
        return Violation.malformed(
                "The resource cannot be checked completely: " + malformation.problem() + ".",
                new Finding(malformation.logicalId(), malformation.line()));
    }
}
