package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.ResourceDefinition;
import java.time.Instant;
import java.util.Map;

/** A resource of a stack. Guarded by the lock of its {@link StackRegion}. */
final class StackResource {

    final String logicalId;
    final String type;
    String physicalId;
    ResourceStatus status;
    String reason;
    Instant time;
    Map<String, Object> properties = Map.of();
    Map<String, Object> attributes = Map.of();
    String deletionPolicy;
    String updateReplacePolicy;
    Map<String, Object> metadata;

    StackResource(ResourceDefinition definition) {
        this.logicalId = definition.logicalId();
        this.type = definition.type();
        adopt(definition);
    }

    private StackResource(StackResource other) {
        this.logicalId = other.logicalId;
        this.type = other.type;
        this.restore(other);
    }

    /** Takes over what a template says about the resource beside its properties. */
    void adopt(ResourceDefinition definition) {
        deletionPolicy = definition.deletionPolicy();
        updateReplacePolicy = definition.updateReplacePolicy();
        metadata = definition.metadata();
    }

    /** Whether the last attempt to create or change it failed, so that its properties are wishes only. */
    boolean hasFailed() {
        return status == ResourceStatus.CREATE_FAILED || status == ResourceStatus.UPDATE_FAILED;
    }

    StackResource copy() {
        return new StackResource(this);
    }

    /** Becomes again what a copy kept. */
    void restore(StackResource copy) {
        physicalId = copy.physicalId;
        status = copy.status;
        reason = copy.reason;
        time = copy.time;
        properties = copy.properties;
        attributes = copy.attributes;
        deletionPolicy = copy.deletionPolicy;
        updateReplacePolicy = copy.updateReplacePolicy;
        metadata = copy.metadata;
    }
}
