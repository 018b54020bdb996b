package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceTypes;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.OutputDefinition;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.Reference;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.References;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.ResourceDefinition;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.Template;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.TemplateException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What can be said of a template from the types of its resources alone. */
final class TemplateChecks {

    private TemplateChecks() {}

    static void check(Template template) throws TemplateException {
        List<String> unknown = template.resources().values().stream()
                .map(ResourceDefinition::type)
                .filter(type -> ResourceTypes.schema(type) == null)
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            throw new TemplateException("Template format error: Unrecognized resource types: " + unknown);
        }
        for (ResourceDefinition resource : template.resources().values()) {
            checkAttributes(template, References.of(resource.properties()));
        }
        for (OutputDefinition output : template.outputs().values()) {
            checkAttributes(template, References.of(output.value()));
        }
    }

    private static void checkAttributes(Template template, Collection<Reference> references) throws TemplateException {
        for (Reference reference : references) {
            ResourceDefinition target = template.resources().get(reference.name());
            if (reference.attribute() != null
                    && target != null
                    && !ResourceTypes.schema(target.type()).attributes().contains(reference.attribute())) {
                throw new TemplateException("Template error: resource " + reference.name()
                        + " does not support attribute type " + reference.attribute() + " in Fn::GetAtt");
            }
        }
    }

    /** The capability that a user must acknowledge, or null: resources of IAM may widen permissions. */
    private static String capability(Template template) {
        List<ResourceDefinition> iam = iam(template);
        if (iam.isEmpty()) {
            return null;
        }
        boolean named = iam.stream().anyMatch(resource -> {
            String property = ResourceTypes.schema(resource.type()).nameProperty();
            return property != null && resource.properties().containsKey(property);
        });
        return named ? "CAPABILITY_NAMED_IAM" : "CAPABILITY_IAM";
    }

    /** What the user of a template must acknowledge; macros only if the stack is made without a change set. */
    static List<String> capabilities(Template template, boolean withChangeSet) {
        List<String> capabilities = new ArrayList<>();
        if (capability(template) != null) {
            capabilities.add(capability(template));
        }
        if (template.extended() && !withChangeSet) {
            capabilities.add("CAPABILITY_AUTO_EXPAND");
        }
        return capabilities;
    }

    /** Why a capability is required, or null. */
    static String capabilityReason(Template template) {
        List<String> types =
                iam(template).stream().map(ResourceDefinition::type).distinct().toList();
        return types.isEmpty() ? null : "The following resource(s) require capabilities: " + types;
    }

    private static List<ResourceDefinition> iam(Template template) {
        return template.resources().values().stream()
                .filter(resource -> resource.type().startsWith("AWS::IAM::"))
                .toList();
    }
}
