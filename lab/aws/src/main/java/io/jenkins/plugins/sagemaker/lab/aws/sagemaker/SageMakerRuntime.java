package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.Service;
import io.jenkins.plugins.sagemaker.lab.aws.Surroundings;
import io.jenkins.plugins.sagemaker.lab.aws.learner.InvocationFailure;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Predictor.Answer;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The SageMaker Runtime API: {@code InvokeEndpoint}, at {@code POST /endpoints/<name>/invocations}. */
public final class SageMakerRuntime implements Service {

    /** Whether a path is one of this API's and not one of {@link SageMaker}'s, which shares its signing name. */
    public static final Pattern PATH = Pattern.compile("/endpoints/([^/]+)/(invocations[^/]*|async-invocations)");

    /** AWS's documented limits of a request's body, in bytes. */
    private static final int MAX_BODY = 6_291_456;

    private static final int MAX_SERVERLESS_BODY = 4_194_304;
    private static final int MAX_CUSTOM_ATTRIBUTES = 1024;
    private static final String CUSTOM_ATTRIBUTES = "X-Amzn-SageMaker-Custom-Attributes";

    private static final Logger LOGGER = Logger.getLogger(SageMakerRuntime.class.getName());

    private final Surroundings surroundings;
    private final Endpoints endpoints;

    SageMakerRuntime(Surroundings surroundings, Endpoints endpoints) {
        this.surroundings = surroundings;
        this.endpoints = endpoints;
    }

    @Override
    public String signingName() {
        return "sagemaker";
    }

    @Override
    public Protocol protocol() {
        return Protocol.REST_JSON;
    }

    @Override
    public String operationOf(Call call) {
        return switch (action(call)) {
            case "invocations" -> "InvokeEndpoint";
            case "invocations-response-stream" -> "InvokeEndpointWithResponseStream";
            case "async-invocations" -> "InvokeEndpointAsync";
            default -> call.method() + " " + call.path();
        };
    }

    private static String action(Call call) {
        Matcher matcher = PATH.matcher(call.path());
        return call.method().equals("POST") && matcher.matches() ? matcher.group(2) : "";
    }

    @Override
    public Reply handle(Call call) throws AwsError {
        Matcher matcher = PATH.matcher(call.path());
        if (!action(call).equals("invocations") || !matcher.matches()) {
            throw new AwsError(
                    404, "UnknownOperationException", "The local SageMaker Runtime offers InvokeEndpoint only.");
        }
        return invoke(call, matcher.group(1));
    }

    private Reply invoke(Call call, String name) throws AwsError {
        var place = new Place(call.account(), call.region());
        Endpoint endpoint = endpoints
                .find(place, name)
                .orElseThrow(() -> invalid("Endpoint " + name + " of account " + call.account() + " not found."));
        // The data plane knows an endpoint from when it is first in service.
        Deployment deployment = endpoint.serving()
                .orElseThrow(() -> invalid("Endpoint " + name + " of account " + call.account() + " not found."));
        check(call, deployment);
        Variant variant = variant(call, name, deployment);
        int limit = variant.isServerless() ? MAX_SERVERLESS_BODY : MAX_BODY;
        if (call.body().length > limit) {
            throw new AwsError(413, "413", "HTTP content length exceeded " + limit + " bytes.");
        }
        try {
            Answer answer = variant.answer(call.body(), call.header("content-type"), call.header("accept"));
            Reply reply = Reply.of(200, answer.contentType(), answer.body())
                    .with("x-Amzn-Invoked-Production-Variant", variant.name());
            String attributes = call.header(CUSTOM_ATTRIBUTES.toLowerCase(Locale.ROOT));
            return attributes == null ? reply : reply.with(CUSTOM_ATTRIBUTES, attributes);
        } catch (InvocationFailure e) {
            throw modelError(call, endpoint, variant, e);
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The container of endpoint " + name + " broke", e);
            throw modelError(call, endpoint, variant, new InvocationFailure(500, "The container broke: " + e));
        }
    }

    private static void check(Call call, Deployment deployment) throws AwsError {
        String attributes = call.header("x-amzn-sagemaker-custom-attributes");
        if (attributes != null && attributes.length() > MAX_CUSTOM_ATTRIBUTES) {
            throw invalid("Custom attributes have " + attributes.length() + " characters, more than "
                    + MAX_CUSTOM_ATTRIBUTES + ".");
        }
        if (call.header("x-amzn-sagemaker-target-model") != null) {
            throw invalid("Endpoint is not a multi-model endpoint and does not support target model header.");
        }
        if (deployment.config().input().has("AsyncInferenceConfig")) {
            throw invalid("Endpoint is an asynchronous endpoint and does not support InvokeEndpoint.");
        }
    }

    private static Variant variant(Call call, String endpoint, Deployment deployment) throws AwsError {
        String target = call.header("x-amzn-sagemaker-target-variant");
        if (target == null) {
            return deployment.choose();
        }
        return deployment
                .find(target)
                .orElseThrow(() -> invalid("Variant " + target + " of endpoint " + endpoint + " not found."));
    }

    private AwsError modelError(Call call, Endpoint endpoint, Variant variant, InvocationFailure failure) {
        var log = new EndpointLog(surroundings, endpoint);
        log.line(variant.name(), "POST /invocations answers " + failure.status() + ": " + failure.getMessage());
        String kind = failure.status() < 500 ? "client" : "server";
        String message = "Received " + kind + " error (" + failure.status() + ") from primary with message \""
                + failure.getMessage() + "\". See https://" + call.region()
                + ".console.aws.amazon.com/cloudwatch/home?region=" + call.region() + "#logEventViewer:group="
                + log.group() + " in account " + call.account() + " for more information.";
        String stream = "arn:aws:logs:" + call.region() + ":" + call.account() + ":log-group:" + log.group()
                + ":log-stream:" + log.stream(variant.name());
        return new AwsError(
                424,
                "ModelError",
                message,
                Map.of(
                        "OriginalStatusCode", failure.status(),
                        "OriginalMessage", failure.getMessage(),
                        "LogStreamArn", stream));
    }

    private static AwsError invalid(String message) {
        return new AwsError(400, "ValidationError", message);
    }
}
