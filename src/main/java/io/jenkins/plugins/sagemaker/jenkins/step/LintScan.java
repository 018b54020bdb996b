package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.sagemaker.nag.LintOptions;
import io.jenkins.plugins.sagemaker.nag.Linter;
import io.jenkins.plugins.sagemaker.nag.TemplateFile;
import io.jenkins.plugins.sagemaker.nag.TemplateFiles;
import io.jenkins.plugins.sagemaker.nag.report.JsonReport;
import io.jenkins.plugins.sagemaker.nag.report.JunitReport;
import io.jenkins.plugins.sagemaker.nag.report.LintReport;
import io.jenkins.plugins.sagemaker.nag.report.ReportFormat;
import io.jenkins.plugins.sagemaker.nag.report.SarifReport;
import io.jenkins.plugins.sagemaker.nag.rules.OwnRuleException;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import jenkins.MasterToSlaveFileCallable;

/** The whole lint on the agent in one call: the templates stay there, plain findings come back. */
final class LintScan extends MasterToSlaveFileCallable<LintReport> {

    private static final long serialVersionUID = 1L;

    private final LintRequest request;

    LintScan(LintRequest request) {
        this.request = request;
    }

    @Override
    public LintReport invoke(File directory, VirtualChannel channel) throws IOException, InterruptedException {
        List<TemplateFile> files = templates(directory);
        if (files.isEmpty() && !request.allowEmpty()) {
            throw new WorkspaceFiles.Refused("There is no template at " + request.inputPath() + " whose name matches "
                    + pattern() + ": correct inputPath or templatePattern, or set allowEmpty: true.");
        }
        var options = LintOptions.DEFAULT
                .withParameterValues(content(directory, "parameterValuesPath", request.parameterValuesPath()))
                .withConditionValues(content(directory, "conditionValuesPath", request.conditionValuesPath()))
                .withProfile(content(directory, "profilePath", request.profilePath()))
                .withDenyList(content(directory, "denyListPath", request.denyListPath()))
                .withAllowSuppression(request.allowSuppression())
                .withIgnoreFatal(request.ignoreFatal())
                .withStrict(request.strict())
                .withPacks(request.packs())
                .withOwnRules(ownRules(directory));
        LintReport report = linter(options).lint(files);
        write(directory, request.junitReport(), new JunitReport(request.failOnWarnings()), report);
        write(directory, request.jsonReport(), new JsonReport(), report);
        write(directory, request.sarifReport(), new SarifReport(true), report);
        return report;
    }

    private LintOptions.OwnRules ownRules(File directory) throws IOException {
        String content = content(directory, "rulesFile", request.rulesFile());
        return content == null ? null : new LintOptions.OwnRules(request.rulesFile(), content);
    }

    private static Linter linter(LintOptions options) throws IOException {
        try {
            return new Linter(options);
        } catch (OwnRuleException e) {
            throw new WorkspaceFiles.Refused("The rulesFile has mistakes:\n" + e.getMessage());
        }
    }

    private List<TemplateFile> templates(File directory) throws IOException {
        try {
            return TemplateFiles.within(directory.toPath(), Pattern.compile(pattern()))
                    .find(request.inputPath());
        } catch (NoSuchFileException e) {
            throw new WorkspaceFiles.Refused(
                    "There is no file or folder " + request.inputPath() + " in the workspace: correct inputPath.");
        } catch (PatternSyntaxException e) {
            throw new WorkspaceFiles.Refused("The templatePattern is not a regular expression: " + e.getMessage());
        } catch (IOException e) {
            throw new WorkspaceFiles.Refused(e.getMessage());
        }
    }

    private String pattern() {
        return request.templatePattern() == null ? TemplateFiles.DEFAULT_PATTERN : request.templatePattern();
    }

    private static String content(File directory, String argument, String path) throws IOException {
        if (path == null) {
            return null;
        }
        Path file = WorkspaceFiles.inside(directory, path);
        if (!Files.isRegularFile(file)) {
            throw new WorkspaceFiles.Refused(
                    "There is no file " + path + " in the workspace: correct " + argument + ".");
        }
        return Files.readString(file);
    }

    private static void write(File directory, String path, ReportFormat format, LintReport report) throws IOException {
        if (path != null) {
            try (Writer out = Files.newBufferedWriter(WorkspaceFiles.toWrite(directory, path))) {
                format.write(report, out);
            }
        }
    }
}
