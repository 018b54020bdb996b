package io.jenkins.plugins.sagemaker.deployment;

import static io.jenkins.plugins.sagemaker.operation.Progress.failed;
import static io.jenkins.plugins.sagemaker.operation.Progress.idle;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.ConsoleLinks;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.sagemaker.model.DescribeEndpointResponse;

/**
 * Whether the endpoint really serves what the stack says. SageMaker may roll an endpoint back to its old configuration and call it
 * {@code InService}; only the configuration's name tells.
 */
record EndpointCheck(DeployRequest request, Aws aws) {

    private static final String ENDPOINT_CONFIG = "AWS::SageMaker::EndpointConfig";

    /** The configuration that an endpoint serves now; empty if there is no such endpoint. */
    String servedConfig(String endpoint) throws RemoteException, InterruptedException {
        return describe(endpoint)
                .map(DescribeEndpointResponse::endpointConfigName)
                .orElse("");
    }

    Progress<DeployState, DeployResult> verify(DeployState state) throws RemoteException, InterruptedException {
        var calls = new StackCalls(aws, request.stackName(), state.stack().id());
        var stack = calls.find();
        if (stack.isEmpty()) {
            return failed("Stack " + request.stackName() + " is gone: somebody has deleted it.", List.of());
        }
        List<StackResourceSummary> resources = calls.resources();
        List<String> endpoints = named(resources, PlannedChange.ENDPOINT);
        if (endpoints.isEmpty()) {
            return failed(
                    "Stack " + request.stackName() + " holds no " + PlannedChange.ENDPOINT
                            + ": its template deploys no endpoint.",
                    List.of());
        }
        String name = endpoints.stream()
                .filter(request.endpointName()::equalsIgnoreCase)
                .findFirst()
                .orElse(endpoints.get(0));
        var endpoint = describe(name);
        if (endpoint.isEmpty()) {
            return failed(
                    "Stack " + request.stackName() + " says that endpoint " + name
                            + " exists, but SageMaker does not know it.",
                    List.of());
        }
        return switch (endpoint.get().endpointStatus()) {
            case CREATING, UPDATING, SYSTEM_UPDATING, ROLLING_BACK -> idle(state);
            case IN_SERVICE -> compare(state, stack.get(), endpoint.get(), named(resources, ENDPOINT_CONFIG));
            default -> failed(notInService(endpoint.get()), List.of());
        };
    }

    private Progress<DeployState, DeployResult> compare(
            DeployState state, Stack stack, DescribeEndpointResponse endpoint, List<String> configs) {
        String served = endpoint.endpointConfigName();
        // A configuration that the stack does not hold is one that the template only names; CloudFormation has seen to
        // it.
        if (!configs.isEmpty() && configs.stream().noneMatch(served::equalsIgnoreCase)) {
            return failed(
                    "Endpoint " + endpoint.endpointName() + " is InService, but serves configuration " + served
                            + " instead of " + spelt(configs, stack) + ", which stack " + request.stackName()
                            + " has: SageMaker has rolled it back without a word. The new model is not in service."
                            + said(endpoint),
                    List.of());
        }
        var result = result(state, stack, endpoint);
        return Progress.succeeded(
                result,
                List.of("Endpoint " + result.endpointName() + " is InService with configuration " + served
                        + (state.changed() ? "." : ", as before.")));
    }

    /** A physical id is in lower case; an output, if there is one, has the name as it is. */
    private static String spelt(List<String> configs, Stack stack) {
        return configs.stream()
                .map(config -> stack.outputs().stream()
                        .map(Output::outputValue)
                        .filter(config::equalsIgnoreCase)
                        .findFirst()
                        .orElse(config))
                .collect(Collectors.joining(" or "));
    }

    /** What there is after a review. */
    DeployResult reviewed(DeployState state) throws RemoteException, InterruptedException {
        var stack = new StackCalls(aws, request.stackName(), request.stackName()).find();
        var endpoint = describe(request.endpointName());
        if (stack.isPresent() && endpoint.isPresent()) {
            return result(state, stack.get(), endpoint.get());
        }
        return new DeployResult(
                stack.map(Stack::stackId).orElse(""),
                stack.map(Stack::stackStatusAsString).orElse(""),
                false,
                request.endpointName(),
                "",
                "",
                "",
                Map.of(),
                "");
    }

    private DeployResult result(DeployState state, Stack stack, DescribeEndpointResponse endpoint) {
        return new DeployResult(
                stack.stackId(),
                stack.stackStatusAsString(),
                state.changed(),
                endpoint.endpointName(),
                endpoint.endpointArn(),
                endpoint.endpointConfigName(),
                state.stack().previousConfig(),
                stack.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue)),
                ConsoleLinks.endpoint(aws.region(), endpoint.endpointName()));
    }

    private Optional<DescribeEndpointResponse> describe(String endpoint) throws RemoteException, InterruptedException {
        return StackCalls.ifThere(() -> Aws.call(
                "describe endpoint " + endpoint,
                () -> aws.sageMaker().describeEndpoint(r -> r.endpointName(endpoint))));
    }

    /** SageMaker's physical ids are names or ARNs, and its ARNs are in lower case. */
    private static List<String> named(List<StackResourceSummary> resources, String type) {
        return resources.stream()
                .filter(resource -> type.equals(resource.resourceType()) && resource.physicalResourceId() != null)
                .filter(resource -> !"DELETE_COMPLETE".equals(resource.resourceStatusAsString()))
                .map(resource -> resource.physicalResourceId())
                .map(id -> id.substring(id.lastIndexOf('/') + 1))
                .toList();
    }

    private static String notInService(DescribeEndpointResponse endpoint) {
        return "Endpoint " + endpoint.endpointName() + " is " + endpoint.endpointStatusAsString() + ", not InService."
                + said(endpoint);
    }

    private static String said(DescribeEndpointResponse endpoint) {
        return endpoint.failureReason() == null ? "" : " SageMaker says: " + endpoint.failureReason();
    }
}
