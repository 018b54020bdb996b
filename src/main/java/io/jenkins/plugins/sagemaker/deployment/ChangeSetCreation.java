package io.jenkins.plugins.sagemaker.deployment;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

/** Asks CloudFormation for the one change set of a deployment. */
record ChangeSetCreation(DeployRequest request, Aws aws) {

    /** @return the stack's ARN */
    String create(DeployState state, StackCalls stack) throws RemoteException, InterruptedException {
        var inputs = StackInputs.read(request, aws.workspace());
        var declared = Aws.call(
                "validate the template of stack " + request.stackName(),
                () -> aws.cloudFormation().validateTemplate(inputs.validation()));
        var change = CreateChangeSetRequest.builder();
        inputs.fill(
                change, declared, request.endpointName(), state.stack().create() ? Set.of() : keptParameters(stack));
        var options = request.options();
        List<String> capabilities =
                options.capabilities().isEmpty() ? declared.capabilitiesAsStrings() : options.capabilities();
        change.stackName(stack.id())
                .changeSetName(state.token())
                .clientToken(state.token())
                .changeSetType(state.stack().create() ? ChangeSetType.CREATE : ChangeSetType.UPDATE)
                .capabilitiesWithStrings(capabilities)
                .roleARN(StackCalls.emptyToNull(options.roleArn()));
        try {
            return Aws.call(
                            "create a change set for stack " + request.stackName(),
                            () -> aws.cloudFormation().createChangeSet(change.build()))
                    .stackId();
        } catch (RemoteException e) {
            if (e.kind() == Kind.CONFLICT) {
                // The name is ours alone, so this is what a call without an answer has left.
                return stack.changeSet(state.token()).orElseThrow(() -> e).stackId();
            }
            throw e;
        }
    }

    private Set<String> keptParameters(StackCalls stack) throws RemoteException, InterruptedException {
        if (!request.options().keepParameters()) {
            return Set.of();
        }
        return stack.find().stream()
                .flatMap(found -> found.parameters().stream())
                .map(Parameter::parameterKey)
                .collect(Collectors.toSet());
    }
}
