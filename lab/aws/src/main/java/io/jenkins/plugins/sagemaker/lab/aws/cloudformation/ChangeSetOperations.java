package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.query.Members;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryForm;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CloudFormation's operations on change sets. */
final class ChangeSetOperations {

    private final CloudFormation cloudFormation;
    private final InputReader inputs;

    ChangeSetOperations(CloudFormation cloudFormation, InputReader inputs) {
        this.cloudFormation = cloudFormation;
        this.inputs = inputs;
    }

    void addTo(QueryService service) {
        service.on("CreateChangeSet", this::create)
                .on("DescribeChangeSet", this::describe)
                .on("ExecuteChangeSet", this::execute)
                .on("DeleteChangeSet", this::delete)
                .on("ListChangeSets", this::list);
    }

    /** A change set with its stack. */
    record Found(Stack stack, ChangeSet changeSet) {}

    private Members create(Call call, QueryForm form) throws AwsError {
        StackRegion region = cloudFormation.region(call);
        synchronized (region) {
            ChangeSetCreation creation = new ChangeSetCreation(region, form, inputs);
            return creation.create();
        }
    }

    private Members describe(Call call, QueryForm form) throws AwsError {
        StackRegion region = cloudFormation.region(call);
        synchronized (region) {
            Found found = find(region, form);
            Page<ResourceChange> changes = Page.of(form, found.changeSet().changes);
            return ChangeSetViews.changeSet(
                    found.stack(), found.changeSet(), changes, form.flag("IncludePropertyValues"));
        }
    }

    private Members execute(Call call, QueryForm form) throws AwsError {
        StackRegion region = cloudFormation.region(call);
        String token = Names.token(form, "ClientRequestToken");
        synchronized (region) {
            Found found = find(region, form);
            Stack stack = found.stack();
            ChangeSet changeSet = found.changeSet();
            if (token != null && token.equals(changeSet.executionToken)) {
                return new Members();
            }
            if (!changeSet.executionStatus.equals("AVAILABLE")) {
                throw new AwsError(
                        400,
                        "InvalidChangeSetStatus",
                        "ChangeSet [" + changeSet.id + "] cannot be executed in its current "
                                + (changeSet.status.equals("CREATE_COMPLETE")
                                        ? "execution status of [" + changeSet.executionStatus
                                        : "status of [" + changeSet.status)
                                + "]");
            }
            boolean creates = stack.status == StackStatus.REVIEW_IN_PROGRESS;
            if (!creates) {
                StackOperations.refuseBusy(stack);
            }
            changeSet.executionToken = token;
            changeSet.executionStatus = "EXECUTE_IN_PROGRESS";
            // CloudFormation deletes a stack's other change sets, as they were made for the stack of before.
            stack.changeSets.values().removeIf(other -> other != changeSet);
            stack.remember("ExecuteChangeSet", token);
            stack.changeSetId = changeSet.id;
            begin(region, found, creates, form.flag("DisableRollback"));
        }
        return new Members();
    }

    private static void begin(StackRegion region, Found found, boolean creates, boolean disableRollback) {
        Stack stack = found.stack();
        ChangeSet changeSet = found.changeSet();
        Stack.OnFailure onFailure = Optional.ofNullable(changeSet.onFailure)
                .orElse(disableRollback ? Stack.OnFailure.DO_NOTHING : Stack.OnFailure.ROLLBACK);
        if (creates) {
            stack.onFailure = onFailure;
            stack.input = changeSet.input;
            new CreateRun(region, stack).start();
        } else {
            new UpdateRun(region, stack, changeSet.input, onFailure != Stack.OnFailure.DO_NOTHING).start();
        }
    }

    private Members delete(Call call, QueryForm form) throws AwsError {
        StackRegion region = cloudFormation.region(call);
        synchronized (region) {
            Found found;
            try {
                found = find(region, form);
            } catch (AwsError e) {
                if (e.code().equals("ChangeSetNotFound")) {
                    return new Members();
                }
                throw e;
            }
            if (found.changeSet().executionStatus.equals("EXECUTE_IN_PROGRESS")) {
                throw new AwsError(
                        400,
                        "InvalidChangeSetStatus",
                        "ChangeSet [" + found.changeSet().id + "] cannot be deleted in status EXECUTE_IN_PROGRESS");
            }
            found.stack().changeSets.remove(found.changeSet().id);
        }
        return new Members();
    }

    private Members list(Call call, QueryForm form) throws AwsError {
        StackRegion region = cloudFormation.region(call);
        synchronized (region) {
            Stack stack = region.get(Names.stackOrId(form));
            Page<ChangeSet> page = Page.of(form, new ArrayList<>(stack.changeSets.values()));
            return Members.of(
                            "Summaries",
                            page.items().stream()
                                    .map(changeSet -> ChangeSetViews.summary(stack, changeSet))
                                    .toList())
                    .and("NextToken", page.nextToken());
        }
    }

    /** The change set that a request names by its id, or by its name and its stack. */
    static Found find(StackRegion region, QueryForm form) throws AwsError {
        String name = form.required("ChangeSetName");
        String stackName = form.text("StackName");
        if (stackName == null && !name.startsWith("arn:")) {
            throw QueryForm.invalid("StackName must be specified if ChangeSetName is not specified as an ARN.");
        }
        List<Stack> stacks = stackName == null ? region.all() : List.of(region.get(stackName));
        for (Stack stack : stacks) {
            for (ChangeSet changeSet : stack.changeSets.values()) {
                if (changeSet.id.equals(name) || (stackName != null && changeSet.name.equals(name))) {
                    return new Found(stack, changeSet);
                }
            }
        }
        throw new AwsError(404, "ChangeSetNotFound", "ChangeSet [" + name + "] does not exist");
    }
}
