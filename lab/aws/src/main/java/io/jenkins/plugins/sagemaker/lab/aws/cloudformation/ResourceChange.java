package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a change set does to one resource.
 *
 * @param action {@code Add}, {@code Modify} or {@code Remove}
 * @param logicalId the resource's name in the template
 * @param physicalId of the present resource, or null
 * @param type the resource's type
 * @param details of a modification
 * @param policyAction what becomes of the old resource, such as {@code Delete} or {@code ReplaceAndDelete}, or null
 * @param before the present properties, or null
 * @param after the new properties as far as they are known, or null
 */
record ResourceChange(
        String action,
        String logicalId,
        String physicalId,
        String type,
        List<Detail> details,
        String policyAction,
        Map<String, Object> before,
        Map<String, Object> after) {

    /**
     * One reason why a resource changes.
     *
     * @param attribute {@code Properties}, {@code Tags}, {@code Metadata}, {@code DeletionPolicy} or {@code UpdateReplacePolicy}
     * @param name the property, or null
     * @param recreation {@code Always} or {@code Never}
     * @param evaluation {@code Static} if the change is sure, {@code Dynamic} if it will show when the change set runs
     * @param source {@code DirectModification}, {@code ParameterReference}, {@code ResourceReference}, {@code ResourceAttribute} or
     *     {@code Automatic}
     * @param cause the parameter, resource or attribute that causes it, or null
     */
    record Detail(String attribute, String name, String recreation, String evaluation, String source, String cause) {}

    /** {@code True}, {@code False} or {@code Conditional} for a modification, otherwise null. */
    String replacement() {
        if (!action.equals("Modify")) {
            return null;
        }
        List<Detail> recreating = details.stream()
                .filter(detail -> detail.recreation().equals("Always"))
                .toList();
        if (recreating.stream().anyMatch(detail -> detail.evaluation().equals("Static"))) {
            return "True";
        }
        return recreating.isEmpty() ? "False" : "Conditional";
    }

    /** Which attributes of the resource change. */
    Set<String> scope() {
        Set<String> scope = new LinkedHashSet<>();
        details.forEach(detail -> scope.add(detail.attribute()));
        return scope;
    }
}
