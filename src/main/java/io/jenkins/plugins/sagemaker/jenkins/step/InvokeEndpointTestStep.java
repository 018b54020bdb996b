package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.sagemaker.endpointtest.EndpointTestOperation;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * {@code invokeEndpointTest}: asks an endpoint and judges its answers. Holds the arguments; {@link EndpointTestArguments} makes a request of them.
 */
public final class InvokeEndpointTestStep extends AwsStep {

    private final String endpointName;
    private List<EndpointCase> cases;
    private String dataset;
    private String labelColumn;
    private List<String> labels;
    private String answerPath;
    private String contentType;
    private String accept;
    private List<String> metricThresholds;
    private int requests;
    private int concurrency = 4;
    private int warmupRequests;
    private double maxErrorRate;
    private List<String> latencyThresholds;
    private String junitReport;
    private String failureResult = "FAILURE";

    @DataBoundConstructor
    public InvokeEndpointTestStep(String endpointName) {
        this.endpointName = Util.fixEmptyAndTrim(endpointName);
    }

    public String getEndpointName() {
        return endpointName;
    }

    @CheckForNull
    public List<EndpointCase> getCases() {
        return cases;
    }

    @DataBoundSetter
    public void setCases(List<EndpointCase> cases) {
        this.cases = Arguments.given(cases);
    }

    @CheckForNull
    public String getDataset() {
        return dataset;
    }

    @DataBoundSetter
    public void setDataset(String dataset) {
        this.dataset = Util.fixEmptyAndTrim(dataset);
    }

    @CheckForNull
    public String getLabelColumn() {
        return labelColumn;
    }

    @DataBoundSetter
    public void setLabelColumn(String labelColumn) {
        this.labelColumn = Util.fixEmptyAndTrim(labelColumn);
    }

    @CheckForNull
    public List<String> getLabels() {
        return labels;
    }

    @DataBoundSetter
    public void setLabels(List<String> labels) {
        this.labels = Arguments.lines(labels);
    }

    @CheckForNull
    public String getAnswerPath() {
        return answerPath;
    }

    @DataBoundSetter
    public void setAnswerPath(String answerPath) {
        this.answerPath = Util.fixEmptyAndTrim(answerPath);
    }

    @CheckForNull
    public String getContentType() {
        return contentType;
    }

    @DataBoundSetter
    public void setContentType(String contentType) {
        this.contentType = Util.fixEmptyAndTrim(contentType);
    }

    @CheckForNull
    public String getAccept() {
        return accept;
    }

    @DataBoundSetter
    public void setAccept(String accept) {
        this.accept = Util.fixEmptyAndTrim(accept);
    }

    @CheckForNull
    public List<String> getMetricThresholds() {
        return metricThresholds;
    }

    @DataBoundSetter
    public void setMetricThresholds(List<String> metricThresholds) {
        this.metricThresholds = Arguments.lines(metricThresholds);
    }

    public int getRequests() {
        return requests;
    }

    @DataBoundSetter
    public void setRequests(int requests) {
        this.requests = requests;
    }

    public int getConcurrency() {
        return concurrency;
    }

    @DataBoundSetter
    public void setConcurrency(int concurrency) {
        this.concurrency = concurrency;
    }

    public int getWarmupRequests() {
        return warmupRequests;
    }

    @DataBoundSetter
    public void setWarmupRequests(int warmupRequests) {
        this.warmupRequests = warmupRequests;
    }

    public double getMaxErrorRate() {
        return maxErrorRate;
    }

    @DataBoundSetter
    public void setMaxErrorRate(double maxErrorRate) {
        this.maxErrorRate = maxErrorRate;
    }

    @CheckForNull
    public List<String> getLatencyThresholds() {
        return latencyThresholds;
    }

    @DataBoundSetter
    public void setLatencyThresholds(List<String> latencyThresholds) {
        this.latencyThresholds = Arguments.lines(latencyThresholds);
    }

    @CheckForNull
    public String getJunitReport() {
        return junitReport;
    }

    @DataBoundSetter
    public void setJunitReport(String junitReport) {
        this.junitReport = Util.fixEmptyAndTrim(junitReport);
    }

    @CheckForNull
    public String getFailureResult() {
        return failureResult;
    }

    @DataBoundSetter
    public void setFailureResult(String failureResult) {
        this.failureResult = Util.fixEmptyAndTrim(failureResult);
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        return execution(context, new EndpointTestOperation(EndpointTestArguments.of(this)));
    }

    @Extension
    public static final class DescriptorImpl extends AwsStepDescriptor {

        @Override
        public String getFunctionName() {
            return "invokeEndpointTest";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.InvokeEndpointTestStep_displayName();
        }

        @POST
        public ListBoxModel doFillFailureResultItems(@AncestorInPath Item item, @QueryParameter String failureResult) {
            return Choices.of(item, failureResult, "FAILURE", "UNSTABLE");
        }

        @Override
        public String argumentsToString(@NonNull Map<String, Object> arguments) {
            Object name = arguments.get("endpointName");
            return name == null ? null : name.toString();
        }
    }
}
