package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import io.jenkins.plugins.sagemaker.deployment.DeployOperation;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code deploySageMakerEndpoint}: brings a model into service through a CloudFormation stack. Holds the arguments; {@link DeployArguments} makes
 * a request of them.
 */
public final class DeploySageMakerEndpointStep extends AwsStep {

    private final String stackName;
    private String endpointName;
    private String templateFile;
    private String template;
    private String templateUrl;
    private List<NamedValue> params;
    private String paramsFile;
    private boolean keepParams;
    private String cfnRoleArn;
    private List<String> capabilities;
    private boolean failOnReplacement = true;
    private boolean reviewOnly;
    private String modelDataUrl;
    private String image;
    private String executionRoleArn;
    private String instanceType;
    private int initialInstanceCount;
    private String variantName;
    private String kmsKeyId;
    private List<String> vpcSubnets;
    private List<String> vpcSecurityGroupIds;
    private boolean enableNetworkIsolation;
    private List<NamedValue> environmentVariables;

    @DataBoundConstructor
    public DeploySageMakerEndpointStep(String stackName) {
        this.stackName = Util.fixEmptyAndTrim(stackName);
    }

    public String getStackName() {
        return stackName;
    }

    @CheckForNull
    public String getEndpointName() {
        return endpointName;
    }

    @DataBoundSetter
    public void setEndpointName(String endpointName) {
        this.endpointName = Util.fixEmptyAndTrim(endpointName);
    }

    @CheckForNull
    public String getTemplateFile() {
        return templateFile;
    }

    @DataBoundSetter
    public void setTemplateFile(String templateFile) {
        this.templateFile = Util.fixEmptyAndTrim(templateFile);
    }

    @CheckForNull
    public String getTemplate() {
        return template;
    }

    @DataBoundSetter
    public void setTemplate(String template) {
        this.template = Util.fixEmptyAndTrim(template);
    }

    @CheckForNull
    public String getTemplateUrl() {
        return templateUrl;
    }

    @DataBoundSetter
    public void setTemplateUrl(String templateUrl) {
        this.templateUrl = Util.fixEmptyAndTrim(templateUrl);
    }

    @CheckForNull
    public List<NamedValue> getParams() {
        return params;
    }

    @DataBoundSetter
    public void setParams(List<NamedValue> params) {
        this.params = Arguments.given(params);
    }

    @CheckForNull
    public String getParamsFile() {
        return paramsFile;
    }

    @DataBoundSetter
    public void setParamsFile(String paramsFile) {
        this.paramsFile = Util.fixEmptyAndTrim(paramsFile);
    }

    public boolean isKeepParams() {
        return keepParams;
    }

    @DataBoundSetter
    public void setKeepParams(boolean keepParams) {
        this.keepParams = keepParams;
    }

    @CheckForNull
    public String getCfnRoleArn() {
        return cfnRoleArn;
    }

    @DataBoundSetter
    public void setCfnRoleArn(String cfnRoleArn) {
        this.cfnRoleArn = Util.fixEmptyAndTrim(cfnRoleArn);
    }

    @CheckForNull
    public List<String> getCapabilities() {
        return capabilities;
    }

    @DataBoundSetter
    public void setCapabilities(List<String> capabilities) {
        this.capabilities = Arguments.lines(capabilities);
    }

    public boolean isFailOnReplacement() {
        return failOnReplacement;
    }

    @DataBoundSetter
    public void setFailOnReplacement(boolean failOnReplacement) {
        this.failOnReplacement = failOnReplacement;
    }

    public boolean isReviewOnly() {
        return reviewOnly;
    }

    @DataBoundSetter
    public void setReviewOnly(boolean reviewOnly) {
        this.reviewOnly = reviewOnly;
    }

    @CheckForNull
    public String getModelDataUrl() {
        return modelDataUrl;
    }

    @DataBoundSetter
    public void setModelDataUrl(String modelDataUrl) {
        this.modelDataUrl = Util.fixEmptyAndTrim(modelDataUrl);
    }

    @CheckForNull
    public String getImage() {
        return image;
    }

    @DataBoundSetter
    public void setImage(String image) {
        this.image = Util.fixEmptyAndTrim(image);
    }

    @CheckForNull
    public String getExecutionRoleArn() {
        return executionRoleArn;
    }

    @DataBoundSetter
    public void setExecutionRoleArn(String executionRoleArn) {
        this.executionRoleArn = Util.fixEmptyAndTrim(executionRoleArn);
    }

    @CheckForNull
    public String getInstanceType() {
        return instanceType;
    }

    @DataBoundSetter
    public void setInstanceType(String instanceType) {
        this.instanceType = Util.fixEmptyAndTrim(instanceType);
    }

    public int getInitialInstanceCount() {
        return initialInstanceCount;
    }

    @DataBoundSetter
    public void setInitialInstanceCount(int initialInstanceCount) {
        this.initialInstanceCount = initialInstanceCount;
    }

    @CheckForNull
    public String getVariantName() {
        return variantName;
    }

    @DataBoundSetter
    public void setVariantName(String variantName) {
        this.variantName = Util.fixEmptyAndTrim(variantName);
    }

    @CheckForNull
    public String getKmsKeyId() {
        return kmsKeyId;
    }

    @DataBoundSetter
    public void setKmsKeyId(String kmsKeyId) {
        this.kmsKeyId = Util.fixEmptyAndTrim(kmsKeyId);
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

    @CheckForNull
    public List<NamedValue> getEnvironmentVariables() {
        return environmentVariables;
    }

    @DataBoundSetter
    public void setEnvironmentVariables(List<NamedValue> environmentVariables) {
        this.environmentVariables = Arguments.given(environmentVariables);
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        return execution(context, new DeployOperation(DeployArguments.of(this)));
    }

    @Extension
    public static final class DescriptorImpl extends AwsStepDescriptor {

        @Override
        public String getFunctionName() {
            return "deploySageMakerEndpoint";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.DeploySageMakerEndpointStep_displayName();
        }

        @Override
        public String argumentsToString(@NonNull Map<String, Object> arguments) {
            Object name = arguments.get("stackName");
            return name == null ? null : name.toString();
        }
    }
}
