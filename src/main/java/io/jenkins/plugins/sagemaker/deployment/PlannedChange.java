package io.jenkins.plugins.sagemaker.deployment;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.RequiresRecreation;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;

/**
 * One resource's share in a change set, in words.
 *
 * @param causes the properties that change, sorted
 */
record PlannedChange(Effect effect, String logicalId, String type, List<String> causes) {

    static final String ENDPOINT = "AWS::SageMaker::Endpoint";

    /** What becomes of the resource. */
    enum Effect {
        CREATED("will be CREATED"),
        UPDATED("will be updated in place"),
        REPLACED("will be REPLACED"),
        MAYBE_REPLACED("may be REPLACED; CloudFormation decides it on the way"),
        DELETED("will be DELETED"),
        OTHER("will be touched");

        private final String words;

        Effect(String words) {
            this.words = words;
        }
    }

    static List<PlannedChange> of(List<Change> changes) {
        var resources = changes.stream()
                .map(Change::resourceChange)
                .filter(Objects::nonNull)
                .toList();
        Set<String> replaced = resources.stream()
                .filter(change -> change.replacement() == Replacement.TRUE)
                .map(ResourceChange::logicalResourceId)
                .collect(Collectors.toCollection(HashSet::new));
        // CloudFormation calls it conditional when what forces a replacement is an attribute of another resource. If
        // that one is replaced,
        // the attribute is a new one for certain; and so on along the chain.
        boolean grown = true;
        while (grown) {
            grown = replaced.addAll(resources.stream()
                    .filter(change -> isForced(change, replaced))
                    .map(ResourceChange::logicalResourceId)
                    .toList());
        }
        return resources.stream()
                .map(change -> of(change, replaced.contains(change.logicalResourceId())))
                .toList();
    }

    private static boolean isForced(ResourceChange change, Set<String> replaced) {
        return change.replacement() == Replacement.CONDITIONAL
                && change.details().stream()
                        .filter(detail -> detail.target() != null
                                && detail.target().requiresRecreation() == RequiresRecreation.ALWAYS
                                && detail.causingEntity() != null)
                        .map(detail -> detail.causingEntity().split("\\.", 2)[0])
                        .anyMatch(replaced::contains);
    }

    private static PlannedChange of(ResourceChange change, boolean replaced) {
        Effect effect =
                switch (change.action()) {
                    case ADD, IMPORT -> Effect.CREATED;
                    case REMOVE -> Effect.DELETED;
                    case MODIFY ->
                        replaced
                                ? Effect.REPLACED
                                : change.replacement() == Replacement.CONDITIONAL
                                        ? Effect.MAYBE_REPLACED
                                        : Effect.UPDATED;
                    default -> Effect.OTHER;
                };
        var causes = change.details().stream()
                .map(ResourceChangeDetail::target)
                .filter(target -> target != null && (target.name() != null || target.attributeAsString() != null))
                .map(target -> target.name() != null ? target.name() : target.attributeAsString())
                .collect(Collectors.toCollection(TreeSet::new));
        return new PlannedChange(effect, change.logicalResourceId(), change.resourceType(), List.copyOf(causes));
    }

    /** Whether an endpoint that clients may be using would be gone, if only for a while, or could be. */
    boolean endangersEndpoint() {
        return type.equals(ENDPOINT)
                && switch (effect) {
                    case REPLACED, MAYBE_REPLACED, DELETED -> true;
                    default -> false;
                };
    }

    String sentence() {
        String because = effect == Effect.CREATED || effect == Effect.DELETED || causes.isEmpty()
                ? ""
                : ": " + String.join(", ", causes) + (causes.size() == 1 ? " changes" : " change");
        return logicalId + " (" + type + ") " + effect.words + because;
    }
}
