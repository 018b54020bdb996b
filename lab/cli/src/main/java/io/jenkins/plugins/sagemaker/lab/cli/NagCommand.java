package io.jenkins.plugins.sagemaker.lab.cli;

import io.jenkins.plugins.sagemaker.nag.LintOptions;
import io.jenkins.plugins.sagemaker.nag.Linter;
import io.jenkins.plugins.sagemaker.nag.TemplateFile;
import io.jenkins.plugins.sagemaker.nag.TemplateFiles;
import io.jenkins.plugins.sagemaker.nag.report.FileReport;
import io.jenkins.plugins.sagemaker.nag.report.JsonReport;
import io.jenkins.plugins.sagemaker.nag.report.JunitReport;
import io.jenkins.plugins.sagemaker.nag.report.LintReport;
import io.jenkins.plugins.sagemaker.nag.report.ReportFormat;
import io.jenkins.plugins.sagemaker.nag.report.TextReport;
import io.jenkins.plugins.sagemaker.nag.template.TemplateSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lab/run nag}: the linter by itself, with the options of cfn_nag_scan. */
@Command(
        name = "nag",
        description = "Checks CloudFormation templates with the rules of cfn_nag.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:clean", "1:failures", "2:a template or the command line could not be read"},
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 2,
        mixinStandardHelpOptions = true)
final class NagCommand implements Callable<Integer> {

    /** How the findings are written. */
    enum Format {
        txt,
        colortxt,
        json,
        junit
    }

    @Option(
            names = {"-i", "--input-path"},
            required = true,
            description = "A template, a folder of templates, or - for standard input.")
    private String input;

    @Option(
            names = {"-o", "--output-format"},
            defaultValue = "colortxt",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private Format format;

    @Option(
            names = {"-t", "--template-pattern"},
            defaultValue = TemplateFiles.DEFAULT_PATTERN,
            description = "Regular expression for the paths of templates in a folder. Default: ${DEFAULT-VALUE}")
    private String pattern;

    @Option(
            names = {"-p", "--profile-path"},
            description = "Only the rules that this file names report.")
    private Path profile;

    @Option(
            names = {"-e", "--deny-list-path", "-b", "--blacklist-path"},
            description = "The rules that this file names do not report.")
    private Path denyList;

    @Option(
            names = {"-a", "--parameter-values-path"},
            description = "JSON file with parameter values.")
    private Path parameterValues;

    @Option(
            names = {"-c", "--condition-values-path"},
            description = "JSON file with truth values of conditions.")
    private Path conditionValues;

    @Option(
            names = {"-l", "--allow-suppression"},
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Whether a resource's metadata may suppress rules. Default: ${DEFAULT-VALUE}")
    private boolean allowSuppression;

    @Option(
            names = {"-n", "--print-suppression"},
            description = "Print what is suppressed to standard error.")
    private boolean printSuppression;

    @Option(
            names = {"-f", "--fail-on-warnings"},
            description = "Warnings count as failures.")
    private boolean failOnWarnings;

    @Option(
            names = {"-g", "--ignore-fatal"},
            description = "Pass over templates that cannot be read.")
    private boolean ignoreFatal;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var options = LintOptions.DEFAULT
                .withParameterValues(content(parameterValues))
                .withConditionValues(content(conditionValues))
                .withProfile(content(profile))
                .withDenyList(content(denyList))
                .withAllowSuppression(allowSuppression)
                .withIgnoreFatal(ignoreFatal);
        LintReport report = new Linter(options).lint(sources());
        PrintWriter out = spec.commandLine().getOut();
        writer().write(report, out);
        out.flush();
        for (FileReport file : report.files()) {
            file.remarks().forEach(spec.commandLine().getErr()::println);
            if (printSuppression) {
                file.suppressions()
                        .forEach(s -> spec.commandLine()
                                .getErr()
                                .println("Suppressing " + s.ruleId() + " on " + s.logicalId() + " for reason: "
                                        + s.reason()));
            }
        }
        if (report.fatalCount() > 0) {
            return 2;
        }
        return report.isClean(failOnWarnings) ? 0 : 1;
    }

    private Stream<TemplateSource> sources() throws IOException {
        if (input.equals("-")) {
            return Stream.of(TemplateSource.decode("-", System.in.readAllBytes()));
        }
        try {
            return TemplateFiles.from(Path.of("").toAbsolutePath(), Pattern.compile(pattern)).find(input).stream()
                    .parallel()
                    .map(TemplateFile::read);
        } catch (NoSuchFileException e) {
            throw new ParameterException(spec.commandLine(), "There is no file or folder " + input + ".");
        } catch (PatternSyntaxException e) {
            throw new ParameterException(
                    spec.commandLine(), "The template pattern is not a regular expression: " + e.getMessage());
        }
    }

    private String content(Path file) throws IOException {
        if (file != null && !Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "There is no file " + file + ".");
        }
        return file == null ? null : Files.readString(file);
    }

    private ReportFormat writer() {
        return switch (format) {
            case txt -> new TextReport(false);
            case colortxt -> new TextReport(true);
            case json -> new JsonReport();
            case junit -> new JunitReport(failOnWarnings);
        };
    }
}
