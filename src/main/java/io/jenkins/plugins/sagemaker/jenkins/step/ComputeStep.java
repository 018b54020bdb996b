package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.sagemaker.training.RequestDocument;
import io.jenkins.plugins.sagemaker.training.TrainingDefaults;
import java.util.List;
import org.kohsuke.stapler.DataBoundSetter;

/** The arguments that say on which machines, for how long and in which network training jobs run. */
public abstract class ComputeStep extends AwsStep {

    private String instanceType;
    private Integer instanceCount;
    private Integer volumeSizeInGB;
    private String volumeKmsKeyId;
    private Integer maxRuntimeInSeconds;
    private boolean enableManagedSpotTraining;
    private int maxWaitTimeInSeconds;
    private List<String> vpcSubnets;
    private List<String> vpcSecurityGroupIds;
    private boolean enableNetworkIsolation;
    private boolean enableInterContainerTrafficEncryption;
    private int keepAlivePeriodInSeconds;
    private List<InstanceGroup> instanceGroups;
    private int maximumRetryAttempts;
    private RetryStrategy retryStrategy;
    private VpcConfig vpcConfig;

    public String getInstanceType() {
        return or(instanceType, TrainingDefaults.INSTANCE_TYPE);
    }

    /** Null if the default is meant. */
    final String givenInstanceType() {
        return instanceType;
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

    public int getKeepAlivePeriodInSeconds() {
        return keepAlivePeriodInSeconds;
    }

    @DataBoundSetter
    public void setKeepAlivePeriodInSeconds(int keepAlivePeriodInSeconds) {
        this.keepAlivePeriodInSeconds = keepAlivePeriodInSeconds;
    }

    @CheckForNull
    public List<InstanceGroup> getInstanceGroups() {
        return instanceGroups;
    }

    @DataBoundSetter
    public void setInstanceGroups(List<InstanceGroup> instanceGroups) {
        this.instanceGroups = Arguments.given(instanceGroups);
    }

    public int getMaximumRetryAttempts() {
        return maximumRetryAttempts;
    }

    @DataBoundSetter
    public void setMaximumRetryAttempts(int maximumRetryAttempts) {
        this.maximumRetryAttempts = maximumRetryAttempts;
    }

    @CheckForNull
    public RetryStrategy getRetryStrategy() {
        return retryStrategy;
    }

    @DataBoundSetter
    public void setRetryStrategy(RetryStrategy retryStrategy) {
        this.retryStrategy = retryStrategy;
    }

    @CheckForNull
    public VpcConfig getVpcConfig() {
        return vpcConfig;
    }

    @DataBoundSetter
    public void setVpcConfig(VpcConfig vpcConfig) {
        this.vpcConfig = vpcConfig;
    }

    private static <T> T or(T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    /** A number whose default of 0 stands for none. */
    private static Integer positive(int given) {
        return given == 0 ? null : (Integer) given;
    }

    /** Puts what was given into a definition of training jobs in the shape of the API; nested arguments over plain ones. */
    void describe(RequestDocument document) {
        document.putIfGiven("ResourceConfig.InstanceType", instanceType)
                .putIfGiven("ResourceConfig.InstanceCount", instanceCount)
                .putIfGiven("ResourceConfig.VolumeSizeInGB", volumeSizeInGB)
                .putIfGiven("ResourceConfig.VolumeKmsKeyId", volumeKmsKeyId)
                .putIfGiven("ResourceConfig.KeepAlivePeriodInSeconds", positive(keepAlivePeriodInSeconds))
                .putIfGiven("ResourceConfig.InstanceGroups", InstanceGroup.documents(instanceGroups))
                .putIfGiven("StoppingCondition.MaxRuntimeInSeconds", maxRuntimeInSeconds)
                .putIfGiven("StoppingCondition.MaxWaitTimeInSeconds", positive(maxWaitTimeInSeconds))
                .putIfGiven("RetryStrategy.MaximumRetryAttempts", positive(maximumRetryAttempts))
                .putIfGiven("EnableManagedSpotTraining", enableManagedSpotTraining)
                .putIfGiven("VpcConfig.Subnets", vpcSubnets)
                .putIfGiven("VpcConfig.SecurityGroupIds", vpcSecurityGroupIds)
                .putIfGiven("EnableNetworkIsolation", enableNetworkIsolation)
                .putIfGiven("EnableInterContainerTrafficEncryption", enableInterContainerTrafficEncryption);
        if (retryStrategy != null) {
            document.put("RetryStrategy.MaximumRetryAttempts", retryStrategy.getMaximumRetryAttempts());
        }
        if (vpcConfig != null) {
            document.putIfGiven("VpcConfig.Subnets", vpcConfig.getSubnets())
                    .putIfGiven("VpcConfig.SecurityGroupIds", vpcConfig.getSecurityGroupIds());
        }
    }
}
