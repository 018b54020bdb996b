package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.Evaluator;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.Lookup;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.PseudoParameters;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.TemplateException;
import java.util.HashSet;
import java.util.Set;

/** Answers expressions from a stack's resources as they are, and from the exports of its region. */
class StackLookup implements Lookup {

    final StackRegion region;
    final Stack stack;
    private final Set<String> usedImports = new HashSet<>();

    StackLookup(StackRegion region, Stack stack) {
        this.region = region;
        this.stack = stack;
    }

    /** An evaluator of a template for this stack; to be used under the region's lock. */
    Evaluator evaluator(StackInput input) {
        PseudoParameters pseudo =
                new PseudoParameters(region.account, region.region, stack.id, stack.name, input.notificationArns());
        return new Evaluator(input.template(), input.parameters().resolved(), pseudo, this);
    }

    @Override
    public Object ref(String logicalId) throws TemplateException {
        return resource(logicalId).physicalId;
    }

    @Override
    public Object attribute(String logicalId, String attribute) throws TemplateException {
        StackResource resource = resource(logicalId);
        Object value = resource.attributes.get(attribute);
        if (value == null) {
            throw new TemplateException("Template error: resource " + logicalId + " does not support attribute type "
                    + attribute + " in Fn::GetAtt");
        }
        return value;
    }

    @Override
    public Object importValue(String exportName) throws TemplateException {
        Stack exporter = region.exporters().get(exportName);
        if (exporter == null || exporter == stack) {
            throw new TemplateException("No export named " + exportName + " found.");
        }
        usedImports.add(exportName);
        return exporter.outputs.stream()
                .filter(output -> exportName.equals(output.exportName()))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** The exports of other stacks that were asked for so far. */
    final Set<String> usedImports() {
        return usedImports;
    }

    private StackResource resource(String logicalId) throws TemplateException {
        StackResource resource = stack.resources.get(logicalId);
        if (resource == null || resource.physicalId == null) {
            throw new TemplateException("Template format error: Unresolved resource dependencies [" + logicalId
                    + "] in the Resources block of the template");
        }
        return resource;
    }
}
