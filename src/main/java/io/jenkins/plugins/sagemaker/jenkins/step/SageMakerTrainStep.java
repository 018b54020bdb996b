package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Run;
import io.jenkins.plugins.sagemaker.training.TrainingOperation;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code sagemakerTrain}: trains a model with SageMaker. Holds the arguments; {@link TrainingArguments} makes a request of them. */
public final class SageMakerTrainStep extends AwsStep {

    private final String roleArn;
    private final String s3OutputPath;
    private String trainingImage;
    private String algorithmName;
    private String trainingJobName;
    private String baseJobName;
    private String trainingInputMode;
    private List<NamedValue> hyperParameters;
    private List<NamedValue> environment;
    private List<Channel> channels;
    private String s3UploadPath;
    private String outputKmsKeyId;
    private String instanceType;
    private Integer instanceCount;
    private Integer volumeSizeInGB;
    private String volumeKmsKeyId;
    private Integer maxRuntimeInSeconds;
    private boolean enableManagedSpotTraining;
    private int maxWaitTimeInSeconds;
    private String checkpointS3Uri;
    private String checkpointLocalPath;
    private List<String> vpcSubnets;
    private List<String> vpcSecurityGroupIds;
    private boolean enableNetworkIsolation;
    private boolean enableInterContainerTrafficEncryption;
    private List<NamedValue> metricDefinitions;
    private List<String> metricThresholds;
    private String thresholdResult = "FAILURE";
    private String requestJson;
    private Logs logs = Logs.ALL;

    @DataBoundConstructor
    public SageMakerTrainStep(String roleArn, String s3OutputPath) {
        this.roleArn = Util.fixEmptyAndTrim(roleArn);
        this.s3OutputPath = Util.fixEmptyAndTrim(s3OutputPath);
    }

    public String getRoleArn() {
        return roleArn;
    }

    public String getS3OutputPath() {
        return s3OutputPath;
    }

    @CheckForNull
    public String getTrainingImage() {
        return trainingImage;
    }

    @DataBoundSetter
    public void setTrainingImage(String trainingImage) {
        this.trainingImage = Util.fixEmptyAndTrim(trainingImage);
    }

    @CheckForNull
    public String getAlgorithmName() {
        return algorithmName;
    }

    @DataBoundSetter
    public void setAlgorithmName(String algorithmName) {
        this.algorithmName = Util.fixEmptyAndTrim(algorithmName);
    }

    @CheckForNull
    public String getTrainingJobName() {
        return trainingJobName;
    }

    @DataBoundSetter
    public void setTrainingJobName(String trainingJobName) {
        this.trainingJobName = Util.fixEmptyAndTrim(trainingJobName);
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
    public String getTrainingInputMode() {
        return trainingInputMode;
    }

    @DataBoundSetter
    public void setTrainingInputMode(String trainingInputMode) {
        this.trainingInputMode = Util.fixEmptyAndTrim(trainingInputMode);
    }

    @CheckForNull
    public List<NamedValue> getHyperParameters() {
        return hyperParameters;
    }

    @DataBoundSetter
    public void setHyperParameters(List<NamedValue> hyperParameters) {
        this.hyperParameters = Arguments.given(hyperParameters);
    }

    @CheckForNull
    public List<NamedValue> getEnvironment() {
        return environment;
    }

    @DataBoundSetter
    public void setEnvironment(List<NamedValue> environment) {
        this.environment = Arguments.given(environment);
    }

    @CheckForNull
    public List<Channel> getChannels() {
        return channels;
    }

    @DataBoundSetter
    public void setChannels(List<Channel> channels) {
        this.channels = Arguments.given(channels);
    }

    @CheckForNull
    public String getS3UploadPath() {
        return s3UploadPath;
    }

    @DataBoundSetter
    public void setS3UploadPath(String s3UploadPath) {
        this.s3UploadPath = Util.fixEmptyAndTrim(s3UploadPath);
    }

    @CheckForNull
    public String getOutputKmsKeyId() {
        return outputKmsKeyId;
    }

    @DataBoundSetter
    public void setOutputKmsKeyId(String outputKmsKeyId) {
        this.outputKmsKeyId = Util.fixEmptyAndTrim(outputKmsKeyId);
    }

    public String getInstanceType() {
        return or(instanceType, TrainingDefaults.INSTANCE_TYPE);
    }

    @DataBoundSetter
    public void setInstanceType(String instanceType) {
        this.instanceType = Util.fixEmptyAndTrim(instanceType);
    }

    public int getInstanceCount() {
        return or(instanceCount, TrainingDefaults.INSTANCE_COUNT);
    }

    @DataBoundSetter
    public void setInstanceCount(int instanceCount) {
        this.instanceCount = instanceCount;
    }

    public int getVolumeSizeInGB() {
        return or(volumeSizeInGB, TrainingDefaults.VOLUME_SIZE_IN_GB);
    }

    @DataBoundSetter
    public void setVolumeSizeInGB(int volumeSizeInGB) {
        this.volumeSizeInGB = volumeSizeInGB;
    }

    @CheckForNull
    public String getVolumeKmsKeyId() {
        return volumeKmsKeyId;
    }

    @DataBoundSetter
    public void setVolumeKmsKeyId(String volumeKmsKeyId) {
        this.volumeKmsKeyId = Util.fixEmptyAndTrim(volumeKmsKeyId);
    }

    public int getMaxRuntimeInSeconds() {
        return or(maxRuntimeInSeconds, TrainingDefaults.MAX_RUNTIME_IN_SECONDS);
    }

    @DataBoundSetter
    public void setMaxRuntimeInSeconds(int maxRuntimeInSeconds) {
        this.maxRuntimeInSeconds = maxRuntimeInSeconds;
    }

    public boolean isEnableManagedSpotTraining() {
        return enableManagedSpotTraining;
    }

    @DataBoundSetter
    public void setEnableManagedSpotTraining(boolean enableManagedSpotTraining) {
        this.enableManagedSpotTraining = enableManagedSpotTraining;
    }

    public int getMaxWaitTimeInSeconds() {
        return maxWaitTimeInSeconds;
    }

    @DataBoundSetter
    public void setMaxWaitTimeInSeconds(int maxWaitTimeInSeconds) {
        this.maxWaitTimeInSeconds = maxWaitTimeInSeconds;
    }

    @CheckForNull
    public String getCheckpointS3Uri() {
        return checkpointS3Uri;
    }

    @DataBoundSetter
    public void setCheckpointS3Uri(String checkpointS3Uri) {
        this.checkpointS3Uri = Util.fixEmptyAndTrim(checkpointS3Uri);
    }

    @CheckForNull
    public String getCheckpointLocalPath() {
        return checkpointLocalPath;
    }

    @DataBoundSetter
    public void setCheckpointLocalPath(String checkpointLocalPath) {
        this.checkpointLocalPath = Util.fixEmptyAndTrim(checkpointLocalPath);
    }

    @CheckForNull
    public List<String> getVpcSubnets() {
        return vpcSubnets;
    }

    @DataBoundSetter
    public void setVpcSubnets(List<String> vpcSubnets) {
        this.vpcSubnets = Arguments.lines(vpcSubnets);
    }

    @CheckForNull
    public List<String> getVpcSecurityGroupIds() {
        return vpcSecurityGroupIds;
    }

    @DataBoundSetter
    public void setVpcSecurityGroupIds(List<String> vpcSecurityGroupIds) {
        this.vpcSecurityGroupIds = Arguments.lines(vpcSecurityGroupIds);
    }

    public boolean isEnableNetworkIsolation() {
        return enableNetworkIsolation;
    }

    @DataBoundSetter
    public void setEnableNetworkIsolation(boolean enableNetworkIsolation) {
        this.enableNetworkIsolation = enableNetworkIsolation;
    }

    public boolean isEnableInterContainerTrafficEncryption() {
        return enableInterContainerTrafficEncryption;
    }

    @DataBoundSetter
    public void setEnableInterContainerTrafficEncryption(boolean enableInterContainerTrafficEncryption) {
        this.enableInterContainerTrafficEncryption = enableInterContainerTrafficEncryption;
    }

    @CheckForNull
    public List<NamedValue> getMetricDefinitions() {
        return metricDefinitions;
    }

    @DataBoundSetter
    public void setMetricDefinitions(List<NamedValue> metricDefinitions) {
        this.metricDefinitions = Arguments.given(metricDefinitions);
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

    @CheckForNull
    public String getRequestJson() {
        return requestJson;
    }

    @DataBoundSetter
    public void setRequestJson(String requestJson) {
        this.requestJson = Util.fixEmptyAndTrim(requestJson);
    }

    public Logs getLogs() {
        return logs;
    }

    @DataBoundSetter
    public void setLogs(Logs logs) {
        this.logs = logs;
    }

    private static <T> T or(T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    /** Puts what was given over what a request document has, and the defaults only where it has nothing. */
    void compute(TrainingDefaults defaults) {
        defaults.instances(instanceType, instanceCount, volumeSizeInGB);
        defaults.maxRuntime(maxRuntimeInSeconds);
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        return execution(context, new TrainingOperation(TrainingArguments.of(this, context.get(Run.class))));
    }

    @Extension
    public static final class DescriptorImpl extends AwsStepDescriptor {

        @Override
        public String getFunctionName() {
            return "sagemakerTrain";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.SageMakerTrainStep_displayName();
        }

        @Override
        public String argumentsToString(@NonNull Map<String, Object> arguments) {
            Object name = arguments.getOrDefault("trainingJobName", arguments.get("baseJobName"));
            return name == null ? null : name.toString();
        }
    }
}
