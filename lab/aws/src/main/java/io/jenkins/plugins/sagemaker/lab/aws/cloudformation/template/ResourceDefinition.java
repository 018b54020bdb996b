package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.util.List;
import java.util.Map;

/**
 * One entry of a template's Resources.
 *
 * @param logicalId its name in the template
 * @param type for example {@code AWS::SageMaker::Endpoint}
 * @param properties unevaluated
 * @param condition name of the condition under which it exists, or null
 * @param dependsOn logical ids that must be there first, besides those that it refers to
 * @param metadata unevaluated
 * @param deletionPolicy {@code Delete}, {@code Retain}, {@code RetainExceptOnCreate} or {@code Snapshot}
 * @param updateReplacePolicy what happens to the old one when it is replaced: {@code Delete}, {@code Retain} or {@code Snapshot}
 */
public record ResourceDefinition(
        String logicalId,
        String type,
        Map<String, Object> properties,
        String condition,
        List<String> dependsOn,
        Map<String, Object> metadata,
        String deletionPolicy,
        String updateReplacePolicy) {}
