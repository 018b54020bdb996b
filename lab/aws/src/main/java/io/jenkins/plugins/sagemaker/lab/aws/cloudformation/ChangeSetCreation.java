package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.TemplateException;
import io.jenkins.plugins.sagemaker.lab.aws.query.Members;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryForm;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes a change set: its request is checked at once, its changes are worked out a little later. All under the region's lock. */
final class ChangeSetCreation {

    private static final Duration PENDING = Duration.ofSeconds(1);
    private static final Duration COMPUTING = Duration.ofSeconds(3);

    private final StackRegion region;
    private final QueryForm form;
    private final InputReader inputs;

    ChangeSetCreation(StackRegion region, QueryForm form, InputReader inputs) {
        this.region = region;
        this.form = form;
        this.inputs = inputs;
    }

    Members create() throws AwsError {
        String name = Names.changeSet(form);
        String token = Names.token(form, "ClientToken");
        String type = Objects.requireNonNullElse(form.text("ChangeSetType"), "UPDATE");
        Optional<Stack> present = region.find(Names.stackOrId(form));
        ChangeSet same = present.flatMap(stack -> stack.changeSets.values().stream()
                        .filter(changeSet -> changeSet.name.equals(name))
                        .findFirst())
                .orElse(null);
        if (same != null) {
            if (token != null && token.equals(same.token)) {
                return Members.of("Id", same.id).and("StackId", present.get().id);
            }
            throw new AwsError(400, "AlreadyExistsException", "ChangeSet " + same.id + " already exists");
        }
        Stack stack =
                switch (type) {
                    case "CREATE" -> forCreate(name, present);
                    case "UPDATE" -> forUpdate(present);
                    case "IMPORT" ->
                        throw QueryForm.invalid(
                                "The local CloudFormation cannot import resources: use ChangeSetType CREATE or"
                                        + " UPDATE.");
                    default ->
                        throw QueryForm.invalid("1 validation error detected: Value '" + type
                                + "' at 'changeSetType' failed to satisfy constraint: Member must satisfy enum"
                                + " value set: [CREATE, UPDATE, IMPORT]");
                };
        return add(stack, name, type, token, present.isEmpty());
    }

    private Members add(Stack stack, String name, String type, String token, boolean isNewStack) throws AwsError {
        ChangeSet changeSet;
        try {
            StackInput input = inputs.read(form, region, stack);
            changeSet = new ChangeSet(
                    region.arn("changeSet", name),
                    name,
                    type,
                    form.text("Description"),
                    token,
                    region.timeline.now(),
                    input);
            String onFailure = form.text("OnStackFailure");
            changeSet.onFailure = onFailure == null ? null : Stack.OnFailure.valueOf(onFailure);
        } catch (AwsError | RuntimeException e) {
            if (isNewStack) {
                region.remove(stack);
            }
            throw e;
        }
        if (isNewStack) {
            stack.changeSetId = changeSet.id;
            region.history.stack(stack, StackStatus.REVIEW_IN_PROGRESS, StackRun.USER_INITIATED);
        }
        stack.changeSets.put(changeSet.id, changeSet);
        region.timeline.after(PENDING, () -> {
            synchronized (region) {
                changeSet.status = "CREATE_IN_PROGRESS";
            }
            region.timeline.after(COMPUTING, () -> compute(stack, changeSet));
        });
        return Members.of("Id", changeSet.id).and("StackId", stack.id);
    }

    private Stack forCreate(String name, Optional<Stack> present) throws AwsError {
        if (present.isEmpty()) {
            return region.add(Names.stack(form));
        }
        Stack stack = present.get();
        if (stack.status != StackStatus.REVIEW_IN_PROGRESS) {
            throw QueryForm.invalid("Stack [" + stack.name
                    + "] already exists and cannot be created again with the changeSet [" + name + "].");
        }
        return stack;
    }

    private Stack forUpdate(Optional<Stack> present) throws AwsError {
        Stack stack =
                present.orElseThrow(() -> QueryForm.invalid("Stack [" + form.text("StackName") + "] does not exist"));
        StackOperations.refuseBusy(stack);
        return stack;
    }

    private void compute(Stack stack, ChangeSet changeSet) {
        synchronized (region) {
            try {
                ChangeDetector detector = new ChangeDetector(region, stack, changeSet.input);
                List<ResourceChange> changes = detector.changes();
                if (!changes.isEmpty() || changeSet.type.equals("CREATE") || detector.changesOutputs()) {
                    changeSet.available(changes);
                } else {
                    changeSet.failed(
                            detector.isRepetition()
                                    ? "The submitted information didn't contain changes. Submit different information"
                                            + " to create a change set."
                                    : "No updates are to be performed.");
                }
            } catch (TemplateException e) {
                changeSet.failed(e.getMessage());
            }
        }
    }
}
