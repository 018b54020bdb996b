package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.sagemaker.training.RequestDocument;
import java.util.List;
import org.kohsuke.stapler.DataBoundSetter;

/** The arguments that define training jobs, be it one or the many of a tuning. {@link DefinitionArguments} makes a definition of them. */
public abstract class TrainingJobStep extends ComputeStep {

    private final String roleArn;
    private final String s3OutputPath;
    private String trainingImage;
    private String algorithmName;
    private String trainingInputMode;
    private List<NamedValue> hyperParameters;
    private List<NamedValue> environment;
    private List<Channel> channels;
    private String s3UploadPath;
    private String outputKmsKeyId;
    private String checkpointS3Uri;
    private String checkpointLocalPath;
    private List<MetricDefinition> metricDefinitions;
    private String algorithm;
    private CheckpointConfig checkpointConfig;
    private String requestFile;
    private String sourceDir;
    private String entryPoint;
    private List<String> dependencies;
    private Preflight preflight;
    private String requestJson;

    TrainingJobStep(String roleArn, String s3OutputPath) {
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
    public List<MetricDefinition> getMetricDefinitions() {
        return metricDefinitions;
    }

    @DataBoundSetter
    public void setMetricDefinitions(List<MetricDefinition> metricDefinitions) {
        this.metricDefinitions = Arguments.given(metricDefinitions);
    }

    @CheckForNull
    public String getRequestJson() {
        return requestJson;
    }

    @DataBoundSetter
    public void setRequestJson(String requestJson) {
        this.requestJson = Util.fixEmptyAndTrim(requestJson);
    }

    @CheckForNull
    public String getAlgorithm() {
        return algorithm;
    }

    @DataBoundSetter
    public void setAlgorithm(String algorithm) {
        this.algorithm = Util.fixEmptyAndTrim(algorithm);
    }

    @CheckForNull
    public CheckpointConfig getCheckpointConfig() {
        return checkpointConfig;
    }

    @DataBoundSetter
    public void setCheckpointConfig(CheckpointConfig checkpointConfig) {
        this.checkpointConfig = checkpointConfig;
    }

    @CheckForNull
    public String getRequestFile() {
        return requestFile;
    }

    @DataBoundSetter
    public void setRequestFile(String requestFile) {
        this.requestFile = Util.fixEmptyAndTrim(requestFile);
    }

    @CheckForNull
    public String getSourceDir() {
        return sourceDir;
    }

    @DataBoundSetter
    public void setSourceDir(String sourceDir) {
        this.sourceDir = Util.fixEmptyAndTrim(sourceDir);
    }

    @CheckForNull
    public String getEntryPoint() {
        return entryPoint;
    }

    @DataBoundSetter
    public void setEntryPoint(String entryPoint) {
        this.entryPoint = Util.fixEmptyAndTrim(entryPoint);
    }

    @CheckForNull
    public List<String> getDependencies() {
        return dependencies;
    }

    @DataBoundSetter
    public void setDependencies(List<String> dependencies) {
        this.dependencies = Arguments.lines(dependencies);
    }

    @CheckForNull
    public Preflight getPreflight() {
        return preflight;
    }

    @DataBoundSetter
    public void setPreflight(Preflight preflight) {
        this.preflight = preflight;
    }

    /**
     * What {@code requestJson} says of the jobs.
     *
     * @throws IllegalArgumentException with a sentence if it cannot be read
     */
    RequestDocument given() {
        return RequestDocument.parse("requestJson", requestJson);
    }

    @Override
    void describe(RequestDocument document) {
        super.describe(document);
        document.putIfGiven("RoleArn", roleArn)
                .putIfGiven("AlgorithmSpecification.TrainingImage", trainingImage)
                .putIfGiven("AlgorithmSpecification.AlgorithmName", algorithmName)
                .putIfGiven("AlgorithmSpecification.TrainingInputMode", trainingInputMode)
                .putIfGiven("AlgorithmSpecification.MetricDefinitions", MetricDefinition.documents(metricDefinitions))
                .putIfGiven("HyperParameters", NamedValue.map("hyperParameters", hyperParameters))
                .putIfGiven("Environment", NamedValue.map("environment", environment))
                .putIfGiven("OutputDataConfig.S3OutputPath", s3OutputPath)
                .putIfGiven("OutputDataConfig.KmsKeyId", outputKmsKeyId)
                .putIfGiven("CheckpointConfig.S3Uri", checkpointS3Uri)
                .putIfGiven("CheckpointConfig.LocalPath", checkpointLocalPath);
        if (checkpointConfig != null) {
            document.putIfGiven("CheckpointConfig.S3Uri", checkpointConfig.getS3Uri())
                    .putIfGiven("CheckpointConfig.LocalPath", checkpointConfig.getLocalPath());
        }
    }
}
