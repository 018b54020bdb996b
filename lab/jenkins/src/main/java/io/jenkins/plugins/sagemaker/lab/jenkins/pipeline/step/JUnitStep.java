package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.Extension;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code junit}: records test results; a failed test makes the build unstable. */
public final class JUnitStep extends Step {

    private final String testResults;
    private boolean allowEmptyResults;
    private boolean skipPublishingChecks;
    private boolean skipMarkingBuildUnstable;
    private boolean keepLongStdio;
    private String checksName;

    @DataBoundConstructor
    public JUnitStep(String testResults) {
        this.testResults = testResults;
    }

    public String getTestResults() {
        return testResults;
    }

    public boolean isAllowEmptyResults() {
        return allowEmptyResults;
    }

    @DataBoundSetter
    public void setAllowEmptyResults(boolean allowEmptyResults) {
        this.allowEmptyResults = allowEmptyResults;
    }

    public boolean isSkipMarkingBuildUnstable() {
        return skipMarkingBuildUnstable;
    }

    @DataBoundSetter
    public void setSkipMarkingBuildUnstable(boolean skipMarkingBuildUnstable) {
        this.skipMarkingBuildUnstable = skipMarkingBuildUnstable;
    }

    public boolean isSkipPublishingChecks() {
        return skipPublishingChecks;
    }

    /** Accepted; the lab publishes no checks. */
    @DataBoundSetter
    public void setSkipPublishingChecks(boolean skipPublishingChecks) {
        this.skipPublishingChecks = skipPublishingChecks;
    }

    public String getChecksName() {
        return checksName;
    }

    /** Accepted; the lab publishes no checks. */
    @DataBoundSetter
    public void setChecksName(String checksName) {
        this.checksName = checksName;
    }

    public boolean isKeepLongStdio() {
        return keepLongStdio;
    }

    /** Accepted; the lab keeps no output of tests. */
    @DataBoundSetter
    public void setKeepLongStdio(boolean keepLongStdio) {
        this.keepLongStdio = keepLongStdio;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new JUnitExecution(context, this);
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("junit", false, Run.class, FilePath.class, TaskListener.class);
        }

        @Override
        public String argumentsToString(Map<String, Object> namedArgs) {
            return namedArgs.get("testResults") instanceof String pattern ? pattern : null;
        }
    }
}
