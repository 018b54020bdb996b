package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.TemplateException;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.Unknown;
import java.util.Map;

/** Answers expressions before a change set runs: what is going to be created or replaced is not known yet. */
final class PlannedLookup extends StackLookup {

    private final Map<String, ResourceChange> planned;

    /** @param planned the changes found so far, by logical id; those that a resource depends on come before it */
    PlannedLookup(StackRegion region, Stack stack, Map<String, ResourceChange> planned) {
        super(region, stack);
        this.planned = planned;
    }

    @Override
    public Object ref(String logicalId) throws TemplateException {
        return isNew(logicalId)
                ? new Unknown(true)
                : isPerhapsNew(logicalId) ? new Unknown(false) : super.ref(logicalId);
    }

    @Override
    public Object attribute(String logicalId, String attribute) throws TemplateException {
        return isNew(logicalId) || isPerhapsNew(logicalId) ? new Unknown(false) : super.attribute(logicalId, attribute);
    }

    /** Whether the resource is sure to have another physical id. */
    boolean isNew(String logicalId) {
        ResourceChange change = planned.get(logicalId);
        return change == null
                ? !stack.resources.containsKey(logicalId)
                : change.action().equals("Add") || "True".equals(change.replacement());
    }

    /** Whether the resource may get another physical id. */
    boolean isPerhapsNew(String logicalId) {
        ResourceChange change = planned.get(logicalId);
        return change != null && "Conditional".equals(change.replacement());
    }
}
