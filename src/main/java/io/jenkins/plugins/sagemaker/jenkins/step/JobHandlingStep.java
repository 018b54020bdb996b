package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.sagemaker.training.TrainingPolicy;
import io.jenkins.plugins.sagemaker.training.TrainingPolicy.IfJobExists;
import java.util.List;
import java.util.Locale;
import org.kohsuke.stapler.DataBoundSetter;

/** The arguments that say how a single training job is come by, watched and judged. */
public abstract class JobHandlingStep extends JudgedStep {

    private List<String> instanceTypes;
    private int capacityRetries;
    private String actionIfJobExists = "fail";
    private boolean treatStoppedAsSuccess;
    private boolean wait = true;
    private int logLines = TrainingPolicy.LOG_LINES;
    private int logTailLines = TrainingPolicy.LOG_TAIL_LINES;

    JobHandlingStep(String roleArn, String s3OutputPath) {
        super(roleArn, s3OutputPath);
    }

    @CheckForNull
    public List<String> getInstanceTypes() {
        return instanceTypes;
    }

    @DataBoundSetter
    public void setInstanceTypes(List<String> instanceTypes) {
        this.instanceTypes = Arguments.lines(instanceTypes);
    }

    public int getCapacityRetries() {
        return capacityRetries;
    }

    @DataBoundSetter
    public void setCapacityRetries(int capacityRetries) {
        this.capacityRetries = capacityRetries;
    }

    @CheckForNull
    public String getActionIfJobExists() {
        return actionIfJobExists;
    }

    @DataBoundSetter
    public void setActionIfJobExists(String actionIfJobExists) {
        this.actionIfJobExists = Util.fixEmptyAndTrim(actionIfJobExists);
    }

    public boolean isTreatStoppedAsSuccess() {
        return treatStoppedAsSuccess;
    }

    @DataBoundSetter
    public void setTreatStoppedAsSuccess(boolean treatStoppedAsSuccess) {
        this.treatStoppedAsSuccess = treatStoppedAsSuccess;
    }

    public boolean isWait() {
        return wait;
    }

    @DataBoundSetter
    public void setWait(boolean wait) {
        this.wait = wait;
    }

    public int getLogLines() {
        return logLines;
    }

    @DataBoundSetter
    public void setLogLines(int logLines) {
        this.logLines = logLines;
    }

    public int getLogTailLines() {
        return logTailLines;
    }

    @DataBoundSetter
    public void setLogTailLines(int logTailLines) {
        this.logTailLines = logTailLines;
    }

    /** @throws IllegalArgumentException with a sentence for the user */
    TrainingPolicy policy() {
        if (instanceTypes != null && givenInstanceType() != null) {
            throw new IllegalArgumentException("give either instanceType or instanceTypes, not both.");
        }
        if (!wait && getMetricThresholds() != null) {
            throw new IllegalArgumentException(
                    "metricThresholds judge a job by its end, for which wait: false does not wait: give one of them.");
        }
        return new TrainingPolicy(
                instanceTypes == null ? List.of() : instanceTypes,
                capacityRetries,
                ifJobExists(),
                isStopWanted(),
                treatStoppedAsSuccess,
                wait,
                logLines,
                logTailLines);
    }

    private IfJobExists ifJobExists() {
        for (IfJobExists known : IfJobExists.values()) {
            if (name(known).equals(actionIfJobExists)) {
                return known;
            }
        }
        throw new IllegalArgumentException(
                "actionIfJobExists must be fail, timestamp or attach, not: " + actionIfJobExists);
    }

    /** As it is written in a Pipeline. */
    static String name(IfJobExists action) {
        return action.name().toLowerCase(Locale.ROOT);
    }
}
