package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.Links;
import io.jenkins.plugins.sagemaker.nag.template.Parameter;
import io.jenkins.plugins.sagemaker.nag.template.Resource;
import io.jenkins.plugins.sagemaker.nag.template.Template;
import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.List;
import java.util.Set;

/**
 * The template as one rule sees it: without the resources that suppress the rule. Links are the exception, they are
 * those of the whole template.
 */
final class Scope {
    private final Template template;
    private final Set<String> suppressed;

    Scope(Template template, Set<String> suppressed) {
        this.template = template;
        this.suppressed = suppressed;
    }

    /** Whether to look closer than cfn_nag does. */
    boolean isStrict() {
        return template.isStrict();
    }

    List<Resource> ofType(String type) {
        List<Resource> all = template.ofType(type);
        return suppressed.isEmpty()
                ? all
                : all.stream()
                        .filter(resource -> !suppressed.contains(resource.logicalId()))
                        .toList();
    }

    /** The resources of all types that a pattern covers, in the template's order. */
    List<Resource> matching(String typePattern) {
        return template.resources().stream()
                .filter(resource -> TypePattern.covers(typePattern, resource.type()))
                .filter(resource -> !suppressed.contains(resource.logicalId()))
                .toList();
    }

    /** As {@link #ofType}, with the suppressed ones. */
    List<Resource> allOfType(String type) {
        return template.ofType(type);
    }

    /** The resource that a reference means, null if there is none or it suppresses the rule. */
    Resource target(Value reference, String attribute) {
        Resource resource = links().target(reference, attribute);
        return resource == null || suppressed.contains(resource.logicalId()) ? null : resource;
    }

    Parameter parameter(String name) {
        return template.parameter(name);
    }

    Links links() {
        return template.links();
    }

    /** Every resource as written, suppressed or not. */
    Value writtenResources() {
        return template.document().at("Resources");
    }

    Resource resource(String logicalId) {
        return template.resource(logicalId);
    }
}
