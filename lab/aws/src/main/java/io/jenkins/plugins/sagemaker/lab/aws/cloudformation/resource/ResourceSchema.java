package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What CloudFormation knows about a resource type without asking its service.
 *
 * @param type for example {@code AWS::SageMaker::Endpoint}
 * @param nameProperty the property that gives the physical name if the user chooses it, or null
 * @param createOnly properties whose change replaces the resource
 * @param attributes what Fn::GetAtt answers
 * @param properties the shape of the properties
 */
public record ResourceSchema(
        String type, String nameProperty, Set<String> createOnly, Set<String> attributes, Shape.Structure properties) {

    /** Whether the type has the usual {@code Tags}, so that the stack's tags are added to its own. */
    public boolean isTaggable() {
        return properties.members().get("Tags") instanceof Shape.Items;
    }

    /**
     * The evaluated properties as the service takes them.
     *
     * @throws HandlerFailure if they do not fit the schema, with CloudFormation's message
     */
    @SuppressWarnings("unchecked")
    public Map<String, Object> fit(String logicalId, Map<String, Object> evaluated) throws HandlerFailure {
        List<String> problems = new ArrayList<>();
        Object fitted = properties.fit("#", evaluated, problems);
        if (!problems.isEmpty()) {
            throw HandlerFailure.plain("Properties validation failed for resource " + logicalId + " with message:\n"
                    + String.join("\n", problems));
        }
        return (Map<String, Object>) fitted;
    }
}
