package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * {@code AWS::SageMaker::Endpoint}: the one resource here that takes long. It asks SageMaker how the endpoint is, and lets time pass in
 * between. An endpoint that is in service again with its old configuration has not been updated, whatever its status says.
 */
final class EndpointHandler implements ResourceHandler {

    private static final Duration POLL = Duration.ofSeconds(15);
    private static final int NAME_LIMIT = 63;
    private static final String REQUESTED = "requested";
    private static final Set<String> MOVING =
            Set.of("Creating", "Updating", "SystemUpdating", "RollingBack", "Deleting");

    private final JsonClient sagemaker;

    EndpointHandler(JsonClient sagemaker) {
        this.sagemaker = sagemaker;
    }

    @Override
    public Progress create(ResourceRequest request) throws HandlerFailure {
        try {
            if (request.stage() == null) {
                Map<String, Object> body = body(request);
                body.putIfAbsent("EndpointName", PhysicalNames.brief(request, NAME_LIMIT));
                String arn = sagemaker
                        .call(request.owner(), "CreateEndpoint", body)
                        .get("EndpointArn")
                        .toString();
                return new Progress.Again(arn, POLL, REQUESTED);
            }
            return settled(request, describe(request));
        } catch (AwsError e) {
            throw HandlerFailure.of("SageMaker", e);
        }
    }

    @Override
    public Progress update(ResourceRequest request) throws HandlerFailure {
        try {
            Map<String, Object> endpoint = describe(request);
            if (REQUESTED.equals(request.stage()) || MOVING.contains(status(endpoint))) {
                return MOVING.contains(status(endpoint))
                        ? new Progress.Again(request.physicalId(), POLL, request.stage())
                        : settled(request, endpoint);
            }
            SageMakerTags.change(sagemaker, request);
            if (status(endpoint).equals("InService")
                    && config(endpoint).equalsIgnoreCase(request.text("EndpointConfigName"))) {
                return done(request, endpoint);
            }
            Map<String, Object> body = body(request);
            body.remove("Tags");
            body.put("EndpointName", endpoint.get("EndpointName"));
            sagemaker.call(request.owner(), "UpdateEndpoint", body);
            return new Progress.Again(request.physicalId(), POLL, REQUESTED);
        } catch (AwsError e) {
            throw HandlerFailure.of("SageMaker", e);
        }
    }

    @Override
    public Progress delete(ResourceRequest request) throws HandlerFailure {
        try {
            Map<String, Object> endpoint = describe(request);
            if (!MOVING.contains(status(endpoint))) {
                sagemaker.call(request.owner(), "DeleteEndpoint", Map.of("EndpointName", endpoint.get("EndpointName")));
            }
            return new Progress.Again(request.physicalId(), POLL, REQUESTED);
        } catch (AwsError e) {
            if (ServiceHandler.isGone(e)) {
                return new Progress.Done(request.physicalId(), Map.of());
            }
            throw HandlerFailure.of("SageMaker", e);
        }
    }

    /** What became of a creation or update that has come to its end, or that it has not. */
    private static Progress settled(ResourceRequest request, Map<String, Object> endpoint) throws HandlerFailure {
        String status = status(endpoint);
        if (MOVING.contains(status)) {
            return new Progress.Again(request.physicalId(), POLL, REQUESTED);
        }
        String wanted = request.text("EndpointConfigName");
        if (status.equals("InService") && config(endpoint).equalsIgnoreCase(wanted)) {
            return done(request, endpoint);
        }
        String reason = Objects.toString(endpoint.get("FailureReason"), "");
        String message = "Resource of type 'AWS::SageMaker::Endpoint' with identifier '" + request.physicalId()
                + "' did not stabilize. "
                + (status.equals("InService")
                        ? "The update was rolled back: the endpoint is in service with the configuration "
                                + config(endpoint) + " instead of " + wanted + "."
                        : "Its status is " + status + ".");
        throw HandlerFailure.of("NotStabilized", (message + " " + reason).strip());
    }

    private static Progress done(ResourceRequest request, Map<String, Object> endpoint) {
        return new Progress.Done(
                request.physicalId(),
                Map.of("EndpointName", endpoint.get("EndpointName"), "EndpointArn", request.physicalId()));
    }

    private Map<String, Object> describe(ResourceRequest request) throws AwsError {
        String arn = request.physicalId();
        return sagemaker.call(
                request.owner(), "DescribeEndpoint", Map.of("EndpointName", arn.substring(arn.lastIndexOf('/') + 1)));
    }

    /** The API's create and update calls take the properties under the same names, but for what only an update has. */
    private static Map<String, Object> body(ResourceRequest request) {
        Map<String, Object> body = new LinkedHashMap<>(request.properties());
        if (request.previous().isEmpty()) {
            body.keySet()
                    .removeAll(Set.of(
                            "RetainAllVariantProperties",
                            "ExcludeRetainedVariantProperties",
                            "RetainDeploymentConfig"));
        }
        return body;
    }

    private static String status(Map<String, Object> endpoint) {
        return String.valueOf(endpoint.get("EndpointStatus"));
    }

    private static String config(Map<String, Object> endpoint) {
        return String.valueOf(endpoint.get("EndpointConfigName"));
    }
}
