package io.jenkins.plugins.sagemaker.nag;

import io.jenkins.plugins.sagemaker.nag.report.FileReport;
import io.jenkins.plugins.sagemaker.nag.report.LintReport;
import io.jenkins.plugins.sagemaker.nag.report.Violation;
import io.jenkins.plugins.sagemaker.nag.rules.OwnRuleException;
import io.jenkins.plugins.sagemaker.nag.rules.OwnRuleFile;
import io.jenkins.plugins.sagemaker.nag.rules.Rule;
import io.jenkins.plugins.sagemaker.nag.rules.RuleSet;
import io.jenkins.plugins.sagemaker.nag.template.Limits;
import io.jenkins.plugins.sagemaker.nag.template.Template;
import io.jenkins.plugins.sagemaker.nag.template.TemplateReader;
import io.jenkins.plugins.sagemaker.nag.template.TemplateSource;
import io.jenkins.plugins.sagemaker.nag.template.UnreadableTemplateException;
import java.util.List;

/**
 * Checks CloudFormation templates against cfn_nag's 166 rules, with cfn_nag 0.8.10's verdicts, and against more rules or
 * more closely if asked. No input makes it throw:
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
    private final RuleSet rules;
    private final RuleFilter filter;

    /**
     * Makes a linter.
     *
     * @throws OwnRuleException if the file of own rules has mistakes; the message names them all
     */
    public Linter(LintOptions options) {
        this.options = options;
        this.reader = new TemplateReader(
                options.parameterValues(), options.conditionValues(), Limits.DEFAULT, options.strict());
        this.rules = RuleSet.of(options.packs(), ownRules(options.ownRules()));
        this.filter = RuleFilter.of(options.profile(), options.denyList(), rules);
    }

    private static List<Rule> ownRules(LintOptions.OwnRules file) {
        return file == null ? List.of() : OwnRuleFile.read(file.name(), file.text());
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

    private FileReport check(String file, List<Template> readings) {
        var check = new TemplateCheck(readings, Suppressions.of(readings.get(0), options.allowSuppression()));
        rules.rules().forEach(check::run);
        List<Violation> violations = filter.apply(check.violations());
        if (options.ignoreFatal()) {
            violations.removeIf(Violation::isFatal);
        }
        Suppressions suppressions = check.suppressions();
        return new FileReport(file, violations, suppressions.declared(), check.suppressed(), suppressions.remarks());
    }
}
