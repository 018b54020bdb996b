package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.sagemaker.nag.report.LintReport;
import io.jenkins.plugins.sagemaker.operation.Operation;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * The lint as an operation: short, but the agent may go away under it, and a restart must not print its findings twice. It changes nothing but
 * its own report files, so it may be done again at any time.
 */
record LintOperation(LintRequest request) implements Operation<FilePath, Boolean, LintResult> {

    @Override
    public String name() {
        return "cfnNag of " + request.inputPath();
    }

    @Override
    public Boolean begin() {
        return Boolean.FALSE;
    }

    @Override
    public Progress<Boolean, LintResult> advance(Boolean state, FilePath directory)
            throws RemoteException, InterruptedException {
        LintReport report = AgentWorkspace.act(directory, "lint " + request.inputPath(), new LintScan(request));
        var result = LintResult.of(report);
        List<String> lines = new ArrayList<>(LintSummary.of(report));
        int against = request.failOnWarnings() ? result.failureCount() + result.warningCount() : result.failureCount();
        if (against > request.failureThreshold()) {
            return Progress.failed(
                    "cfnNag found " + result.failureCount() + " failures and " + result.warningCount() + " warnings in "
                            + request.inputPath() + "; " + request.failureThreshold()
                            + (request.failOnWarnings() ? " findings" : " failures") + " would be tolerated.",
                    lines);
        }
        int all = result.failureCount() + result.warningCount();
        List<String> warnings = request.unstableThreshold() >= 0 && all > request.unstableThreshold()
                ? List.of("cfnNag found " + all + " findings in " + request.inputPath() + ", more than the "
                        + request.unstableThreshold() + " that are tolerated")
                : List.of();
        return new Progress.Succeeded<>(result, warnings, lines);
    }

    @Override
    public boolean cancel(Boolean state, FilePath directory) {
        return false;
    }

    @Override
    public boolean interruptible(Boolean state) {
        return true;
    }

    /** There is nothing remote. */
    @Override
    public boolean mayRunRemotely(Boolean state) {
        return false;
    }

    @Override
    public String describe(Boolean state) {
        return "checking the templates in " + request.inputPath();
    }

    /** Lint needs the agent only. */
    enum OnAgent implements Surroundings<FilePath> {
        INSTANCE;

        @Override
        public FilePath of(StepContext context) throws RemoteException, InterruptedException {
            return AgentWorkspace.directory(context, "run cfnNag");
        }

        @Override
        public FilePath afterEndOf(Run<?, ?> build) throws RemoteException {
            throw new RemoteException(Kind.GONE, "", "The build has ended, and its workspace with it.", null);
        }
    }
}
