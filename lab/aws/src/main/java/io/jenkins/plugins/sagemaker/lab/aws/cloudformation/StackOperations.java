package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.TemplateException;
import io.jenkins.plugins.sagemaker.lab.aws.query.Members;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryForm;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryService;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CloudFormation's operations that change stacks directly. */
final class StackOperations {

    private final CloudFormation cloudFormation;
    private final InputReader inputs;

    StackOperations(CloudFormation cloudFormation, InputReader inputs) {
        this.cloudFormation = cloudFormation;
        this.inputs = inputs;
    }

    void addTo(QueryService service) {
        service.on("CreateStack", this::create)
                .on("UpdateStack", this::update)
                .on("CancelUpdateStack", this::cancel)
                .on("ContinueUpdateRollback", this::continueRollback)
                .on("RollbackStack", this::rollBack)
                .on("DeleteStack", this::delete)
                .on("UpdateTerminationProtection", this::protect)
                .on("SetStackPolicy", this::setPolicy)
                .on("GetStackPolicy", this::policy);
    }

    private Members create(Call call, QueryForm form) throws AwsError {
        StackRegion region = cloudFormation.region(call);
        String name = Names.stack(form);
        String token = Names.token(form, "ClientRequestToken");
        synchronized (region) {
            Optional<Stack> present = region.find(name);
            if (present.isPresent()) {
                if (present.get().isRepeated("CreateStack", token)) {
                    return Members.of("StackId", present.get().id);
                }
                throw new AwsError(400, "AlreadyExistsException", "Stack [" + name + "] already exists");
            }
            Stack stack = region.add(name);
            try {
                stack.onFailure = onFailure(form);
                stack.timeoutMinutes = form.number("TimeoutInMinutes");
                stack.input = inputs.read(form, region, stack);
            } catch (AwsError | RuntimeException e) {
                region.remove(stack);
                throw e;
            }
            stack.terminationProtection = form.flag("EnableTerminationProtection");
            stack.policy = form.text("StackPolicyBody");
            stack.remember("CreateStack", token);
            new CreateRun(region, stack).start();
            return Members.of("StackId", stack.id);
        }
    }

    private static Stack.OnFailure onFailure(QueryForm form) throws AwsError {
        String onFailure = form.text("OnFailure");
        if (onFailure != null && form.has("DisableRollback")) {
            throw QueryForm.invalid("Specify either DisableRollback or OnFailure, but not both.");
        }
        if (onFailure == null) {
            return form.flag("DisableRollback") ? Stack.OnFailure.DO_NOTHING : Stack.OnFailure.ROLLBACK;
        }
        try {
            return Stack.OnFailure.valueOf(onFailure);
        } catch (IllegalArgumentException e) {
            throw QueryForm.invalid("1 validation error detected: Value '" + onFailure
                    + "' at 'onFailure' failed to satisfy constraint: Member must satisfy enum value set:"
                    + " [ROLLBACK, DELETE, DO_NOTHING]");
        }
    }

    private Members update(Call call, QueryForm form) throws AwsError {
        StackRegion region = cloudFormation.region(call);
        String token = Names.token(form, "ClientRequestToken");
        synchronized (region) {
            Stack stack = region.get(Names.stackOrId(form));
            if (stack.isRepeated("UpdateStack", token)) {
                return Members.of("StackId", stack.id);
            }
            refuseBusy(stack);
            StackInput wanted = inputs.read(form, region, stack);
            refuseNoChange(region, stack, wanted);
            if (form.text("StackPolicyBody") != null) {
                stack.policy = form.text("StackPolicyBody");
            }
            stack.changeSets.values().forEach(ChangeSet::obsolete);
            stack.remember("UpdateStack", token);
            new UpdateRun(region, stack, wanted, !form.flag("DisableRollback")).start();
            return Members.of("StackId", stack.id);
        }
    }

    private static void refuseNoChange(StackRegion region, Stack stack, StackInput wanted) throws AwsError {
        ChangeDetector detector = new ChangeDetector(region, stack, wanted);
        try {
            boolean sameTags = stack.input.tags().equals(wanted.tags());
            if (detector.changes().isEmpty() && !detector.changesOutputs() && sameTags) {
                throw QueryForm.invalid("No updates are to be performed.");
            }
        } catch (TemplateException e) {
            throw QueryForm.invalid(e.getMessage());
        }
    }

    /** Refuses a stack that an update cannot begin on. */
    static void refuseBusy(Stack stack) throws AwsError {
        if (!stack.status.isUpdatable()) {
            throw QueryForm.invalid("Stack:" + stack.id + " is in " + stack.status + " state and can not be updated.");
        }
    }

    private Members cancel(Call call, QueryForm form) throws AwsError {
        StackRegion region = cloudFormation.region(call);
        String token = Names.token(form, "ClientRequestToken");
        synchronized (region) {
            Stack stack = region.get(Names.stackOrId(form));
            if (stack.isRepeated("CancelUpdateStack", token)) {
                return null;
            }
            if (stack.status != StackStatus.UPDATE_IN_PROGRESS || !(stack.run instanceof UpdateRun run)) {
                throw QueryForm.invalid("CancelUpdateStack cannot be called from current stack status");
            }
            stack.remember("CancelUpdateStack", token);
            run.cancel();
            return null;
        }
    }

    private Members continueRollback(Call call, QueryForm form) throws AwsError {
        StackRegion region = cloudFormation.region(call);
        String token = Names.token(form, "ClientRequestToken");
        synchronized (region) {
            Stack stack = region.get(Names.stackOrId(form));
            if (stack.isRepeated("ContinueUpdateRollback", token)) {
                return new Members();
            }
            if (stack.status != StackStatus.UPDATE_ROLLBACK_FAILED || !(stack.run instanceof UpdateRun run)) {
                throw QueryForm.invalid("Stack:" + stack.id + " is in " + stack.status
                        + " state and can not be continued: only UPDATE_ROLLBACK_FAILED can.");
            }
            Set<String> skipped = new HashSet<>(form.texts("ResourcesToSkip"));
            for (String id : skipped) {
                StackResource resource = stack.resources.get(id);
                if (resource == null || resource.status != ResourceStatus.UPDATE_FAILED) {
                    throw QueryForm.invalid(
                            "ResourcesToSkip may only name resources in UPDATE_FAILED; " + id + " is not.");
                }
            }
            stack.remember("ContinueUpdateRollback", token);
            run.continueRollback(skipped);
            return new Members();
        }
    }

    private Members rollBack(Call call, QueryForm form) throws AwsError {
        StackRegion region = cloudFormation.region(call);
        String token = Names.token(form, "ClientRequestToken");
        synchronized (region) {
            Stack stack = region.get(Names.stackOrId(form));
            if (!stack.isRepeated("RollbackStack", token)) {
                if (stack.failed == null) {
                    throw QueryForm.invalid("Stack:" + stack.id + " is in " + stack.status
                            + " state and can not be rolled back: only CREATE_FAILED and UPDATE_FAILED can.");
                }
                stack.remember("RollbackStack", token);
                stack.failed.rollBack();
            }
            return Members.of("StackId", stack.id);
        }
    }

    private Members delete(Call call, QueryForm form) throws AwsError {
        StackRegion region = cloudFormation.region(call);
        String token = Names.token(form, "ClientRequestToken");
        synchronized (region) {
            Optional<Stack> present = region.find(Names.stackOrId(form));
            if (present.isEmpty()
                    || present.get().isDeleted()
                    || present.get().status == StackStatus.DELETE_IN_PROGRESS) {
                return null;
            }
            Stack stack = present.get();
            List<String> retained = form.texts("RetainResources");
            refuseDeletion(region, stack, retained);
            stack.changeSets.clear();
            stack.remember("DeleteStack", token);
            if (stack.input == null) {
                stack.deleted = region.timeline.now();
                region.history.stack(stack, StackStatus.DELETE_COMPLETE, StackRun.USER_INITIATED);
            } else {
                new DeleteRun(region, stack, Set.copyOf(retained)).start();
            }
            return null;
        }
    }

    private static void refuseDeletion(StackRegion region, Stack stack, List<String> retained) throws AwsError {
        if (stack.terminationProtection) {
            throw QueryForm.invalid(
                    "Stack [" + stack.name + "] cannot be deleted while TerminationProtection is enabled");
        }
        if (!stack.status.isDeletable()) {
            throw QueryForm.invalid("Stack [" + stack.name + "] cannot be deleted while in status " + stack.status);
        }
        if (!retained.isEmpty() && stack.status != StackStatus.DELETE_FAILED) {
            throw QueryForm.invalid(
                    "Invalid operation on stack [" + stack.id + "]. When you delete a stack, specify which resources to"
                            + " retain only when the stack is in the DELETE_FAILED state.");
        }
        for (StackOutput output : stack.outputs) {
            List<String> importers = output.exportName() == null ? List.of() : region.importers(output.exportName());
            if (!importers.isEmpty()) {
                throw QueryForm.invalid("Export " + output.exportName() + " cannot be deleted as it is in use by "
                        + String.join(", ", importers));
            }
        }
    }

    private Members protect(Call call, QueryForm form) throws AwsError {
        StackRegion region = cloudFormation.region(call);
        synchronized (region) {
            Stack stack = region.get(Names.stackOrId(form));
            stack.terminationProtection = Boolean.parseBoolean(form.required("EnableTerminationProtection"));
            return Members.of("StackId", stack.id);
        }
    }

    private Members setPolicy(Call call, QueryForm form) throws AwsError {
        StackRegion region = cloudFormation.region(call);
        synchronized (region) {
            region.get(Names.stackOrId(form)).policy = form.required("StackPolicyBody");
            return null;
        }
    }

    private Members policy(Call call, QueryForm form) throws AwsError {
        StackRegion region = cloudFormation.region(call);
        synchronized (region) {
            return Members.of("StackPolicyBody", region.get(Names.stackOrId(form)).policy);
        }
    }
}
