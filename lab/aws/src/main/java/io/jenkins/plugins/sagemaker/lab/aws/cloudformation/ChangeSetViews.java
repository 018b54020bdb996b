package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.query.Members;
import java.util.List;
import java.util.Map;

/** Change sets as members of answers. */
final class ChangeSetViews {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ChangeSetViews() {}

    /** @param withValues whether to show the properties before and after */
    static Members changeSet(Stack stack, ChangeSet changeSet, Page<ResourceChange> changes, boolean withValues) {
        StackInput input = changeSet.input;
        return Members.of("ChangeSetName", changeSet.name)
                .and("ChangeSetId", changeSet.id)
                .and("StackId", stack.id)
                .and("StackName", stack.name)
                .and("Description", changeSet.description)
                .and("Parameters", StackViews.parameters(input))
                .and("CreationTime", changeSet.created)
                .and("ExecutionStatus", changeSet.executionStatus)
                .and("Status", changeSet.status)
                .and("StatusReason", changeSet.reason)
                .and("NotificationARNs", input.notificationArns())
                .and("RollbackConfiguration", input.rollback())
                .and("Capabilities", input.capabilities())
                .and("Tags", input.tags().isEmpty() ? null : StackViews.tags(input.tags()))
                .and(
                        "Changes",
                        changes.items().stream()
                                .map(change -> change(change, withValues))
                                .toList())
                .and("NextToken", changes.nextToken())
                .and("IncludeNestedStacks", false)
                .and("OnStackFailure", changeSet.onFailure == null ? null : changeSet.onFailure.name());
    }

    static Members summary(Stack stack, ChangeSet changeSet) {
        return Members.of("StackId", stack.id)
                .and("StackName", stack.name)
                .and("ChangeSetId", changeSet.id)
                .and("ChangeSetName", changeSet.name)
                .and("ExecutionStatus", changeSet.executionStatus)
                .and("Status", changeSet.status)
                .and("StatusReason", changeSet.reason)
                .and("CreationTime", changeSet.created)
                .and("Description", changeSet.description)
                .and("IncludeNestedStacks", false);
    }

    private static Members change(ResourceChange change, boolean withValues) {
        return Members.of("Type", "Resource")
                .and(
                        "ResourceChange",
                        Members.of("PolicyAction", change.policyAction())
                                .and("Action", change.action())
                                .and("LogicalResourceId", change.logicalId())
                                .and("PhysicalResourceId", change.physicalId())
                                .and("ResourceType", change.type())
                                .and("Replacement", change.replacement())
                                .and("Scope", List.copyOf(change.scope()))
                                .and(
                                        "Details",
                                        change.details().stream()
                                                .map(ChangeSetViews::detail)
                                                .toList())
                                .and("BeforeContext", withValues ? context(change.before()) : null)
                                .and("AfterContext", withValues ? context(change.after()) : null));
    }

    private static Members detail(ResourceChange.Detail detail) {
        return Members.of(
                        "Target",
                        Members.of("Attribute", detail.attribute())
                                .and("Name", detail.name())
                                .and("RequiresRecreation", detail.recreation()))
                .and("Evaluation", detail.evaluation())
                .and("ChangeSource", detail.source())
                .and("CausingEntity", detail.cause());
    }

    private static String context(Map<String, Object> properties) {
        try {
            return properties == null ? null : JSON.writeValueAsString(Map.of("Properties", properties));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The properties of a resource cannot be written as JSON.", e);
        }
    }
}
