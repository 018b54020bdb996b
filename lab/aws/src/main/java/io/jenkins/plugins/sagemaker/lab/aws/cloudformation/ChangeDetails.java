package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceSchema;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.Reference;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.References;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.ResourceDefinition;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.TemplateException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Tells why a resource changes, in the terms of DescribeChangeSet. */
final class ChangeDetails {

    private final ResourceSchema schema;
    private final StackInput before;
    private final StackInput wanted;
    private final PlannedLookup lookup;

    ChangeDetails(ResourceSchema schema, StackInput before, StackInput wanted, PlannedLookup lookup) {
        this.schema = schema;
        this.before = before;
        this.wanted = wanted;
        this.lookup = lookup;
    }

    /** @param after the new properties, as far as they are known */
    List<ResourceChange.Detail> of(ResourceDefinition definition, StackResource present, Map<String, Object> after)
            throws TemplateException {
        List<ResourceChange.Detail> details = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(present.properties.keySet());
        for (String name : names) {
            if (!Objects.equals(present.properties.get(name), after.get(name))) {
                property(name, definition, details);
            }
        }
        if (details.isEmpty() && present.hasFailed()) {
            details.add(new ResourceChange.Detail("Properties", null, "Never", "Dynamic", "Automatic", null));
        }
        if (!definition.metadata().equals(present.metadata)) {
            details.add(direct("Metadata", null, "Never"));
        }
        if (!definition.deletionPolicy().equals(present.deletionPolicy)) {
            details.add(direct("DeletionPolicy", null, "Never"));
        }
        if (!definition.updateReplacePolicy().equals(present.updateReplacePolicy)) {
            details.add(direct("UpdateReplacePolicy", null, "Never"));
        }
        return details;
    }

    private void property(String name, ResourceDefinition definition, List<ResourceChange.Detail> details)
            throws TemplateException {
        String attribute = name.equals("Tags") ? "Tags" : "Properties";
        String property = name.equals("Tags") ? null : name;
        String recreation = schema.createOnly().contains(name) ? "Always" : "Never";
        Object expression = definition.properties().get(name);
        List<ResourceChange.Detail> caused = new ArrayList<>();
        for (Reference reference : References.of(expression)) {
            String source = source(reference);
            if (source != null) {
                caused.add(new ResourceChange.Detail(
                        attribute, property, recreation, evaluation(reference), source, reference.path()));
            }
        }
        ResourceDefinition old = before.template().resources().get(definition.logicalId());
        boolean rewritten = old == null || !Objects.equals(old.properties().get(name), expression);
        details.addAll(caused);
        if (rewritten || caused.isEmpty()) {
            details.add(direct(attribute, property, recreation));
        } else if (caused.stream().anyMatch(detail -> detail.source().equals("ParameterReference"))) {
            // CloudFormation lists such a property a second time, as it may also be changed directly.
            details.add(
                    new ResourceChange.Detail(attribute, property, recreation, "Dynamic", "DirectModification", null));
        }
    }

    private String source(Reference reference) {
        String name = reference.name();
        if (wanted.template().parameters().containsKey(name)) {
            String old = before.parameters().texts().get(name);
            return wanted.parameters().texts().get(name).equals(old) ? null : "ParameterReference";
        }
        if (!wanted.template().resources().containsKey(name) || (!lookup.isNew(name) && !lookup.isPerhapsNew(name))) {
            return null;
        }
        return reference.attribute() == null ? "ResourceReference" : "ResourceAttribute";
    }

    private String evaluation(Reference reference) {
        boolean parameter = wanted.template().parameters().containsKey(reference.name());
        boolean certain = parameter || (reference.attribute() == null && lookup.isNew(reference.name()));
        return certain ? "Static" : "Dynamic";
    }

    private static ResourceChange.Detail direct(String attribute, String property, String recreation) {
        return new ResourceChange.Detail(attribute, property, recreation, "Static", "DirectModification", null);
    }
}
