package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.AbortException;
import hudson.Util;
import io.jenkins.plugins.sagemaker.deployment.DeployRequest;
import io.jenkins.plugins.sagemaker.deployment.EndpointParameters;
import io.jenkins.plugins.sagemaker.deployment.Template;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** From the arguments of {@link DeploySageMakerEndpointStep} to the request: named arguments win over {@code params}. */
final class DeployArguments {

    private DeployArguments() {}

    /** @throws AbortException with one sentence for the user */
    static DeployRequest of(DeploySageMakerEndpointStep step) throws AbortException {
        try {
            return new DeployRequest(
                    Util.fixNull(step.getStackName()),
                    Util.fixNull(step.getEndpointName()),
                    template(step),
                    parameters(step),
                    Util.fixNull(step.getParamsFile()),
                    new DeployRequest.Options(
                            Util.fixNull(step.getCfnRoleArn()),
                            step.getCapabilities() == null ? List.of() : step.getCapabilities(),
                            NamedValue.map("tags", step.getTags()),
                            step.isKeepParams(),
                            step.isFailOnReplacement(),
                            step.isReviewOnly()));
        } catch (IllegalArgumentException e) {
            throw new AbortException("deploySageMakerEndpoint: " + e.getMessage());
        }
    }

    private static Template template(DeploySageMakerEndpointStep step) {
        long given = Stream.of(step.getTemplate(), step.getTemplateFile(), step.getTemplateUrl())
                .filter(t -> t != null)
                .count();
        if (given > 1) {
            throw new IllegalArgumentException("give at most one of template, templateFile and templateUrl.");
        }
        if (given == 1 && step.getEnvironmentVariables() != null) {
            throw new IllegalArgumentException("environmentVariables are for the bundled template only: "
                    + "give your own template a parameter for them, and its value in params.");
        }
        if (step.getTemplateFile() != null) {
            return new Template.File(step.getTemplateFile());
        }
        if (step.getTemplateUrl() != null) {
            return new Template.Url(step.getTemplateUrl());
        }
        return step.getTemplate() != null
                ? new Template.Text(step.getTemplate())
                : new Template.Bundled(NamedValue.map("environmentVariables", step.getEnvironmentVariables()));
    }

    private static Map<String, String> parameters(DeploySageMakerEndpointStep step) {
        Map<String, String> parameters = NamedValue.map("params", step.getParams());
        parameters.putAll(new EndpointParameters()
                .modelDataUrl(step.getModelDataUrl())
                .image(step.getImage())
                .executionRoleArn(step.getExecutionRoleArn())
                .instanceType(step.getInstanceType())
                .initialInstanceCount(step.getInitialInstanceCount() == 0 ? null : step.getInitialInstanceCount())
                .variantName(step.getVariantName())
                .kmsKeyId(step.getKmsKeyId())
                .subnetIds(step.getVpcSubnets())
                .securityGroupIds(step.getVpcSecurityGroupIds())
                .enableNetworkIsolation(step.isEnableNetworkIsolation() ? Boolean.TRUE : null)
                .toMap());
        return parameters;
    }
}
