package io.jenkins.plugins.sagemaker.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The step's named arguments as parameters of a template, under the names that the bundled {@code endpoint.yaml} gives them. What is null
 * or empty is left out, so that the template's default holds.
 */
public final class EndpointParameters {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** The model's artifact, an S3 address of a {@code model.tar.gz}. */
    public EndpointParameters modelDataUrl(String value) {
        return put("ModelDataUrl", value);
    }

    /** The inference image in ECR. */
    public EndpointParameters image(String value) {
        return put("Image", value);
    }

    /** The role that the model's container works with. */
    public EndpointParameters executionRoleArn(String value) {
        return put("ExecutionRoleArn", value);
    }

    /** For example {@code ml.m5.large}. */
    public EndpointParameters instanceType(String value) {
        return put("InstanceType", value);
    }

    /** At least 1; null for the template's default. */
    public EndpointParameters initialInstanceCount(Integer value) {
        return put("InitialInstanceCount", value == null ? null : value.toString());
    }

    public EndpointParameters variantName(String value) {
        return put("VariantName", value);
    }

    /** The key that encrypts the instances' volumes; not for instance types with local NVMe storage. */
    public EndpointParameters kmsKeyId(String value) {
        return put("KmsKeyId", value);
    }

    public EndpointParameters subnetIds(List<String> value) {
        return put("SubnetIds", value == null ? null : String.join(",", value));
    }

    public EndpointParameters securityGroupIds(List<String> value) {
        return put("SecurityGroupIds", value == null ? null : String.join(",", value));
    }

    /** Whether the container is cut off from the network; null for the template's default. */
    public EndpointParameters enableNetworkIsolation(Boolean value) {
        return put("EnableNetworkIsolation", value == null ? null : value.toString());
    }

    /** The parameters that have a value. */
    public Map<String, String> toMap() {
        return Map.copyOf(values);
    }

    private EndpointParameters put(String name, String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value.trim());
        }
        return this;
    }
}
