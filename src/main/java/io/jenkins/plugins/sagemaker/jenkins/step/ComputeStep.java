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

    private static <T> T or(T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    /** Puts what was given into a definition of training jobs in the shape of the API. */
    void describe(RequestDocument document) {
        document.putIfGiven("ResourceConfig.InstanceType", instanceType)
                .putIfGiven("ResourceConfig.InstanceCount", instanceCount)
                .putIfGiven("ResourceConfig.VolumeSizeInGB", volumeSizeInGB)
                .putIfGiven("ResourceConfig.VolumeKmsKeyId", volumeKmsKeyId)
                .putIfGiven("StoppingCondition.MaxRuntimeInSeconds", maxRuntimeInSeconds)
                .putIfGiven(
                        "StoppingCondition.MaxWaitTimeInSeconds",
                        maxWaitTimeInSeconds == 0 ? null : maxWaitTimeInSeconds)
                .putIfGiven("EnableManagedSpotTraining", enableManagedSpotTraining)
                .putIfGiven("VpcConfig.Subnets", vpcSubnets)
                .putIfGiven("VpcConfig.SecurityGroupIds", vpcSecurityGroupIds)
                .putIfGiven("EnableNetworkIsolation", enableNetworkIsolation)
                .putIfGiven("EnableInterContainerTrafficEncryption", enableInterContainerTrafficEncryption);
    }
}
