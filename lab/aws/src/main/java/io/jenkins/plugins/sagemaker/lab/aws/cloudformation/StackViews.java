package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.ParameterDefinition;
import io.jenkins.plugins.sagemaker.lab.aws.query.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stacks and what belongs to them as members of answers. */
final class StackViews {

    private static final Members NOT_CHECKED = Members.of("StackDriftStatus", "NOT_CHECKED");
    private static final Members RESOURCE_NOT_CHECKED = Members.of("StackResourceDriftStatus", "NOT_CHECKED");
    private static final String HIDDEN = "****";

    private StackViews() {}

    static Members stack(Stack stack) {
        Members view = Members.of("StackId", stack.id)
                .and("StackName", stack.name)
                .and("ChangeSetId", stack.changeSetId)
                .and("CreationTime", stack.created)
                .and("LastUpdatedTime", stack.updated)
                .and("DeletionTime", stack.deleted)
                .and("StackStatus", stack.status.name())
                .and("StackStatusReason", stack.statusReason)
                .and("DisableRollback", stack.onFailure == Stack.OnFailure.DO_NOTHING)
                .and("TimeoutInMinutes", stack.timeoutMinutes)
                .and("EnableTerminationProtection", stack.terminationProtection)
                .and("DriftInformation", NOT_CHECKED);
        StackInput input = stack.input;
        if (input != null) {
            view.and("Description", input.template().description())
                    .and("Parameters", parameters(input))
                    .and("RollbackConfiguration", input.rollback())
                    .and("NotificationARNs", input.notificationArns())
                    .and("Capabilities", input.capabilities())
                    .and("RoleARN", input.roleArn())
                    .and("Tags", tags(input.tags()));
        }
        return view.and(
                "Outputs", stack.outputs.stream().map(StackViews::output).toList());
    }

    static Members summary(Stack stack) {
        return Members.of("StackId", stack.id)
                .and("StackName", stack.name)
                .and(
                        "TemplateDescription",
                        stack.input == null ? null : stack.input.template().description())
                .and("CreationTime", stack.created)
                .and("LastUpdatedTime", stack.updated)
                .and("DeletionTime", stack.deleted)
                .and("StackStatus", stack.status.name())
                .and("StackStatusReason", stack.statusReason)
                .and("DriftInformation", NOT_CHECKED);
    }

    static List<Members> parameters(StackInput input) {
        List<Members> parameters = new ArrayList<>();
        input.parameters().texts().forEach((name, value) -> {
            ParameterDefinition definition = input.template().parameters().get(name);
            parameters.add(
                    Members.of("ParameterKey", name).and("ParameterValue", definition.noEcho() ? HIDDEN : value));
        });
        return parameters;
    }

    static List<Members> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag -> Members.of("Key", tag.getKey()).and("Value", tag.getValue()))
                .toList();
    }

    private static Members output(StackOutput output) {
        return Members.of("OutputKey", output.name())
                .and("OutputValue", output.value())
                .and("Description", output.description())
                .and("ExportName", output.exportName());
    }

    static Members event(Stack stack, StackEvent event) {
        return Members.of("StackId", stack.id)
                .and("EventId", event.id())
                .and("StackName", stack.name)
                .and("LogicalResourceId", event.logicalId())
                .and("PhysicalResourceId", event.physicalId())
                .and("ResourceType", event.type())
                .and("Timestamp", event.time())
                .and("ResourceStatus", event.status())
                .and("ResourceStatusReason", event.reason())
                .and("ResourceProperties", event.properties())
                .and("ClientRequestToken", event.token());
    }

    static Members resource(Stack stack, StackResource resource) {
        return common(Members.of("StackName", stack.name).and("StackId", stack.id), resource)
                .and("Timestamp", resource.time);
    }

    /** @param metadata of the resource as JSON, or null */
    static Members resourceDetail(Stack stack, StackResource resource, String metadata) {
        return common(Members.of("StackName", stack.name).and("StackId", stack.id), resource)
                .and("LastUpdatedTimestamp", resource.time)
                .and("Metadata", metadata);
    }

    static Members resourceSummary(StackResource resource) {
        return common(new Members(), resource).and("LastUpdatedTimestamp", resource.time);
    }

    private static Members common(Members view, StackResource resource) {
        return view.and("LogicalResourceId", resource.logicalId)
                .and("PhysicalResourceId", resource.physicalId)
                .and("ResourceType", resource.type)
                .and("ResourceStatus", resource.status.name())
                .and("ResourceStatusReason", resource.reason)
                .and("DriftInformation", RESOURCE_NOT_CHECKED);
    }
}
