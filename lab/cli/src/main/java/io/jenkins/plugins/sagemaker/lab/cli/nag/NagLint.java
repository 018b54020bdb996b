package io.jenkins.plugins.sagemaker.lab.cli.nag;

import io.jenkins.plugins.sagemaker.nag.LintOptions;
import io.jenkins.plugins.sagemaker.nag.Linter;
import io.jenkins.plugins.sagemaker.nag.TemplateFile;
import io.jenkins.plugins.sagemaker.nag.TemplateFiles;
import io.jenkins.plugins.sagemaker.nag.report.FileReport;
import io.jenkins.plugins.sagemaker.nag.report.JsonReport;
import io.jenkins.plugins.sagemaker.nag.report.JunitReport;
import io.jenkins.plugins.sagemaker.nag.report.LintReport;
import io.jenkins.plugins.sagemaker.nag.report.ReportFormat;
import io.jenkins.plugins.sagemaker.nag.report.SarifReport;
import io.jenkins.plugins.sagemaker.nag.report.TextReport;
import io.jenkins.plugins.sagemaker.nag.rules.OwnRuleException;
import io.jenkins.plugins.sagemaker.nag.rules.Pack;
import io.jenkins.plugins.sagemaker.nag.template.TemplateSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** One lint as the command line asks for it. */
final class NagLint {
    private static final String STANDARD_INPUT = "-";
    private static final int NANOSECONDS_PER_MILLISECOND = 1_000_000;

    private final NagArguments arguments;
    private final ReportFormat format;

    /** Throws {@link UsageException} if the arguments do not name an input, or name a format that does not exist. */
    NagLint(NagArguments arguments) throws UsageException {
        this.arguments = arguments;
        this.format = format();
        if (arguments.inputs().isEmpty()) {
            throw new UsageException("Name a template or a folder of templates: --input-path PATH.");
        }
    }

    /** Writes the report and gives the exit status. */
    int run(InputStream in, Writer out, PrintWriter err) throws UsageException, IOException, InterruptedException {
        long begin = System.nanoTime();
        LintReport report = lint(options(), in);
        long end = System.nanoTime();
        format.write(report, out);
        tell(report, err);
        if (arguments.isOn(NagOption.DEBUG)) {
            err.println("Read and checked " + report.files().size() + " files in "
                    + (end - begin) / NANOSECONDS_PER_MILLISECOND + " ms.");
        }
        if (report.fatalCount() > 0) {
            return Nag.UNREADABLE;
        }
        return report.isClean(arguments.isOn(NagOption.FAIL_ON_WARNINGS)) ? Nag.CLEAN : Nag.FAILURES;
    }

    private ReportFormat format() throws UsageException {
        String name = arguments.value(NagOption.OUTPUT_FORMAT);
        return switch (name == null ? "colortxt" : name) {
            case "txt" -> new TextReport(false);
            case "colortxt" -> new TextReport(true);
            case "json" -> new JsonReport();
            case "sarif" -> new SarifReport(arguments.isOn(NagOption.PRINT_SUPPRESSION));
            case "junit" -> new JunitReport(arguments.isOn(NagOption.FAIL_ON_WARNINGS));
            default ->
                throw new UsageException(
                        "There is no output format " + name + ": choose txt, colortxt, json, sarif or junit.");
        };
    }

    private LintOptions options() throws UsageException, IOException {
        NagOption denyList =
                arguments.value(NagOption.DENY_LIST_PATH) == null ? NagOption.BLACKLIST_PATH : NagOption.DENY_LIST_PATH;
        return LintOptions.DEFAULT
                .withParameterValues(content(NagOption.PARAMETER_VALUES_PATH))
                .withConditionValues(content(NagOption.CONDITION_VALUES_PATH))
                .withProfile(content(NagOption.PROFILE_PATH))
                .withDenyList(content(denyList))
                .withAllowSuppression(arguments.isOn(NagOption.ALLOW_SUPPRESSION, true))
                .withIgnoreFatal(arguments.isOn(NagOption.IGNORE_FATAL))
                .withStrict(arguments.isOn(NagOption.STRICT))
                .withPacks(packs())
                .withOwnRules(ownRules());
    }

    private Set<Pack> packs() throws UsageException {
        String name = arguments.value(NagOption.PACK);
        try {
            return name == null ? Set.of() : Set.of(Pack.named(name));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private LintOptions.OwnRules ownRules() throws UsageException, IOException {
        String content = content(NagOption.RULES_FILE);
        return content == null ? null : new LintOptions.OwnRules(arguments.value(NagOption.RULES_FILE), content);
    }

    private static Linter linter(LintOptions options) throws UsageException {
        try {
            return new Linter(options);
        } catch (OwnRuleException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private String content(NagOption option) throws UsageException, IOException {
        String path = arguments.value(option);
        if (path == null) {
            return null;
        }
        Path file = Path.of(path);
        if (!Files.isRegularFile(file)) {
            throw new UsageException("There is no file " + path + ": correct --" + option.word + ".");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UsageException("The file " + path + " is not valid UTF-8: correct --" + option.word + ".");
        }
    }

    private LintReport lint(LintOptions options, InputStream in)
            throws UsageException, IOException, InterruptedException {
        Linter linter = linter(options);
        if (arguments.inputs().equals(List.of(STANDARD_INPUT))) {
            return new LintReport(List.of(linter.lint(TemplateSource.decode(STANDARD_INPUT, in.readAllBytes()))));
        }
        return linter.lint(templates());
    }

    private List<TemplateFile> templates() throws UsageException, IOException {
        var found = TemplateFiles.from(Path.of("").toAbsolutePath(), pattern());
        List<TemplateFile> templates = new ArrayList<>();
        for (String input : arguments.inputs()) {
            if (input.equals(STANDARD_INPUT)) {
                throw new UsageException("Standard input (-) is a template of its own: give no other path beside it.");
            }
            try {
                templates.addAll(found.find(input));
            } catch (NoSuchFileException e) {
                throw new UsageException("There is no file or folder " + input + ": correct --input-path.");
            }
        }
        return templates;
    }

    private Pattern pattern() throws UsageException {
        String given = arguments.value(NagOption.TEMPLATE_PATTERN);
        try {
            return Pattern.compile(given == null ? TemplateFiles.DEFAULT_PATTERN : given);
        } catch (PatternSyntaxException e) {
            throw new UsageException("The --template-pattern is not a regular expression: " + e.getDescription()
                    + " near position " + e.getIndex() + " of " + given + ".");
        }
    }

    private void tell(LintReport report, PrintWriter err) {
        for (FileReport file : report.files()) {
            file.remarks().forEach(err::println);
            if (arguments.isOn(NagOption.PRINT_SUPPRESSION)) {
                file.suppressions()
                        .forEach(s -> err.println(
                                "Suppressing " + s.ruleId() + " on " + s.logicalId() + " for reason: " + s.reason()));
            }
        }
    }
}
