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
import io.jenkins.plugins.sagemaker.nag.template.Template;
import io.jenkins.plugins.sagemaker.nag.template.TemplateReader;
import io.jenkins.plugins.sagemaker.nag.template.TemplateSource;
import io.jenkins.plugins.sagemaker.nag.template.UnreadableTemplateException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

    /** Checks the sources, in parallel if the stream is. The report keeps their order. */
    public LintReport lint(Stream<TemplateSource> sources) {
        return new LintReport(sources.map(this::lint).toList());
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
        return new FileReport(file, violations, List.of(), List.of());
    }

    private FileReport check(String file, Template template) {
        var suppressions = Suppressions.of(template, options.allowSuppression());
        var violations = new ArrayList<Violation>();
        var malformations = new LinkedHashSet<Malformation>(template.malformations());
        malformations.addAll(suppressions.malformations());
        Set<String> types = template.types();
        for (Rule rule : RuleCatalog.rules()) {
            if (rule.concerns(types)) {
                Findings findings = rule.run(template, suppressions.of(rule.id()));
                if (!findings.flagged().isEmpty()) {
                    violations.add(violation(rule, findings));
                }
                malformations.addAll(findings.malformations());
            }
        }
        malformations.forEach(malformation -> violations.add(violation(malformation)));
        List<Violation> filtered = filter.apply(violations);
        if (options.ignoreFatal()) {
            filtered.removeIf(Violation::isFatal);
        }
        return new FileReport(file, filtered, suppressions.declared(), suppressions.remarks());
    }

    private static Violation violation(Rule rule, Findings findings) {
        return new Violation(
                rule.id(),
                rule.severity(),
                rule.name(),
                rule.message(),
                findings.flagged().stream()
                        .map(resource -> new Finding(resource.logicalId(), resource.line()))
                        .toList());
    }

    private static Violation violation(Malformation malformation) {
        return Violation.malformed(
                "The resource cannot be checked completely: " + malformation.problem() + ".",
                new Finding(malformation.logicalId(), malformation.line()));
    }
}
