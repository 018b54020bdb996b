package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.HandlerFailure;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.Progress;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceHandler;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceRequest;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceSchema;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceTypes;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.ResourceDefinition;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.TemplateException;
import java.util.Map;
import java.util.Objects;

/**
 * Makes a resource what the template says: creates it, changes it in place, replaces it, or finds that nothing is to be done. What it is
 * is decided when the resource's turn comes, as only then all values are known.
 */
final class ApplyStep extends ResourceStep {

    private final StackLookup lookup;
    private final ResourceDefinition definition;
    private final UpdateTrace trace;
    private StackResource resource;
    private Mode mode = Mode.CREATE;

    private enum Mode {
        CREATE,
        UPDATE,
        REPLACE
    }

    ApplyStep(StackLookup lookup, ResourceDefinition definition, UpdateTrace trace) {
        super(lookup.region, lookup.stack);
        this.lookup = lookup;
        this.definition = definition;
        this.trace = trace;
    }

    @Override
    ResourceRequest prepare() throws HandlerFailure, TemplateException {
        StackResource present = stack.resources.get(definition.logicalId());
        resource = present != null
                ? present
                : stack.resources.computeIfAbsent(definition.logicalId(), id -> new StackResource(definition));
        mode = present == null || present.physicalId == null ? Mode.CREATE : Mode.UPDATE;
        ResourceSchema schema = ResourceTypes.schema(definition.type());
        Map<String, Object> evaluated = lookup.evaluator(stack.input).properties(definition);
        stack.imports.addAll(lookup.usedImports());
        Map<String, Object> wanted =
                StackTags.added(schema, schema.fit(definition.logicalId(), evaluated), stack.input.tags());
        resource.adopt(definition);
        Map<String, Object> previous = resource.properties;
        if (mode == Mode.CREATE) {
            resource.properties = wanted;
            note(ResourceStatus.CREATE_IN_PROGRESS, null);
            return request(resource, null, Map.of());
        }
        if (previous.equals(wanted) && !resource.hasFailed()) {
            return null;
        }
        trace.touched(resource.logicalId);
        if (replaces(schema, previous, wanted)) {
            return replacement(schema, previous, wanted);
        }
        resource.properties = wanted;
        note(ResourceStatus.UPDATE_IN_PROGRESS, null);
        return request(resource, resource.physicalId, previous);
    }

    private ResourceRequest replacement(ResourceSchema schema, Map<String, Object> previous, Map<String, Object> wanted)
            throws HandlerFailure {
        mode = Mode.REPLACE;
        trace.replaced(resource.copy());
        String name = schema.nameProperty();
        if (name != null && wanted.containsKey(name) && wanted.get(name).equals(previous.get(name))) {
            throw HandlerFailure.plain(
                    "CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename "
                            + wanted.get(name) + " and update the stack again.");
        }
        resource.properties = wanted;
        note(
                ResourceStatus.UPDATE_IN_PROGRESS,
                "Requested update requires the creation of a new physical resource; hence creating one.");
        return request(resource, null, Map.of());
    }

    private static boolean replaces(ResourceSchema schema, Map<String, Object> previous, Map<String, Object> wanted) {
        return schema.createOnly().stream()
                .anyMatch(property -> !Objects.equals(previous.get(property), wanted.get(property)));
    }

    @Override
    ResourceHandler handler() {
        return region.handlers.of(definition.type());
    }

    @Override
    Progress act(ResourceHandler handler, ResourceRequest next) throws HandlerFailure {
        return mode == Mode.UPDATE ? handler.update(next) : handler.create(next);
    }

    @Override
    void physicalId(String physicalId) {
        if (mode != Mode.UPDATE && !physicalId.equals(resource.physicalId)) {
            resource.physicalId = physicalId;
            note(
                    mode == Mode.CREATE ? ResourceStatus.CREATE_IN_PROGRESS : ResourceStatus.UPDATE_IN_PROGRESS,
                    "Resource creation Initiated");
        }
    }

    @Override
    void done(Progress.Done done) {
        resource.attributes = done.attributes();
        note(mode == Mode.CREATE ? ResourceStatus.CREATE_COMPLETE : ResourceStatus.UPDATE_COMPLETE, null);
    }

    @Override
    public void failed(String reason) {
        if (mode != Mode.CREATE) {
            trace.touched(resource.logicalId);
        }
        note(mode == Mode.CREATE ? ResourceStatus.CREATE_FAILED : ResourceStatus.UPDATE_FAILED, reason);
    }

    @Override
    public void cancelled() {
        if (resource != null) {
            failed(mode == Mode.UPDATE ? "Resource update cancelled" : "Resource creation cancelled");
        }
    }

    private void note(ResourceStatus status, String reason) {
        region.history.resource(stack, resource, status, reason);
    }
}
