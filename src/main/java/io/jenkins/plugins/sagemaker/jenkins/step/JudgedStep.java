package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import java.util.List;
import org.kohsuke.stapler.DataBoundSetter;

/** The arguments that name what trains a model, and say what the model must be like. {@link JobArguments} makes of them what an operation takes. */
public abstract class JudgedStep extends TrainingJobStep {

    private String baseJobName;
    private List<String> metricThresholds;
    private String thresholdResult = "FAILURE";

    JudgedStep(String roleArn, String s3OutputPath) {
        super(roleArn, s3OutputPath);
    }

    @CheckForNull
    public String getBaseJobName() {
        return baseJobName;
    }

    @DataBoundSetter
    public void setBaseJobName(String baseJobName) {
        this.baseJobName = Util.fixEmptyAndTrim(baseJobName);
    }

    @CheckForNull
    public List<String> getMetricThresholds() {
        return metricThresholds;
    }

    @DataBoundSetter
    public void setMetricThresholds(List<String> metricThresholds) {
        this.metricThresholds = Arguments.lines(metricThresholds);
    }

    @CheckForNull
    public String getThresholdResult() {
        return thresholdResult;
    }

    @DataBoundSetter
    public void setThresholdResult(String thresholdResult) {
        this.thresholdResult = Util.fixEmptyAndTrim(thresholdResult);
    }
}
