package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.Extension;
import hudson.Util;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code catchError}: goes on after its block failed, with the build's result made worse. */
public final class CatchErrorStep extends Step {

    private String message;
    private Result buildResult = Result.FAILURE;
    private Result stageResult = Result.SUCCESS;
    private boolean catchInterruptions = true;

    @DataBoundConstructor
    public CatchErrorStep() {}

    public String getMessage() {
        return message;
    }

    @DataBoundSetter
    public void setMessage(String message) {
        this.message = Util.fixEmptyAndTrim(message);
    }

    public String getBuildResult() {
        return buildResult.toString();
    }

    @DataBoundSetter
    public void setBuildResult(String buildResult) {
        this.buildResult = result("buildResult", buildResult);
    }

    public String getStageResult() {
        return stageResult.toString();
    }

    @DataBoundSetter
    public void setStageResult(String stageResult) {
        this.stageResult = result("stageResult", stageResult);
    }

    private static Result result(String name, String value) {
        if (value == null) {
            return Result.SUCCESS;
        }
        Result result = Result.fromString(value);
        if (!result.toString().equalsIgnoreCase(value)) {
            throw new IllegalArgumentException(name + " is invalid: " + value
                    + ". Valid options are SUCCESS, UNSTABLE, FAILURE, NOT_BUILT, and ABORTED.");
        }
        return result;
    }

    public boolean isCatchInterruptions() {
        return catchInterruptions;
    }

    @DataBoundSetter
    public void setCatchInterruptions(boolean catchInterruptions) {
        this.catchInterruptions = catchInterruptions;
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Catching(context, message, buildResult, stageResult, catchInterruptions);
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("catchError", true, Run.class, TaskListener.class);
        }
    }
}
