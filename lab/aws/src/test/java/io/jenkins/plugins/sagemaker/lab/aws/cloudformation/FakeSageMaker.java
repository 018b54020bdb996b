package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** As much of SageMaker as stacks need, with endpoints that take five minutes and do as a test says. */
final class FakeSageMaker {

    static final Duration ROLLOUT = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<String, Map<String, Object>> models = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final Map<String, Map<String, Object>> configs = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final Map<String, Map<String, Object>> endpoints = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final List<String> operations = new ArrayList<>();
    final List<Map<String, Object>> updates = new ArrayList<>();

    /** What becomes of the next creation or update of an endpoint. */
    Fate fate = Fate.SUCCESS;

    private final Timeline timeline;

    FakeSageMaker(Timeline timeline) {
        this.timeline = timeline;
    }

    enum Fate {
        SUCCESS,
        FAILURE,
        SILENT_ROLLBACK
    }

    Reply handle(Call call) throws AwsError {
        Map<String, Object> request;
        try {
            request = JSON.readValue(call.body(), new TypeReference<>() {});
            operations.add(call.operation());
            Object answer = answer(call, request);
            return Reply.of(200, "application/x-amz-json-1.1", JSON.writeValueAsString(answer));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Object answer(Call call, Map<String, Object> request) throws AwsError {
        return switch (call.operation()) {
            case "CreateModel" -> create(call, models, "Model", "model", request);
            case "DescribeModel" -> find(models, "ModelName", request);
            case "DeleteModel" -> delete(models, "ModelName", request);
            case "CreateEndpointConfig" -> create(call, configs, "EndpointConfig", "endpoint-config", request);
            case "DescribeEndpointConfig" -> find(configs, "EndpointConfigName", request);
            case "DeleteEndpointConfig" -> delete(configs, "EndpointConfigName", request);
            case "CreateEndpoint" -> {
                Object answer = create(call, endpoints, "Endpoint", "endpoint", request);
                move(find(endpoints, "EndpointName", request), "Creating", null);
                yield answer;
            }
            case "UpdateEndpoint" -> {
                Map<String, Object> endpoint = find(endpoints, "EndpointName", request);
                if (!endpoint.get("EndpointStatus").equals("InService")) {
                    throw AwsError.validation("Cannot update in-progress endpoint.");
                }
                updates.add(request);
                move(endpoint, "Updating", request.get("EndpointConfigName"));
                yield Map.of("EndpointArn", endpoint.get("EndpointArn"));
            }
            case "DescribeEndpoint" -> find(endpoints, "EndpointName", request);
            case "DeleteEndpoint" -> delete(endpoints, "EndpointName", request);
            case "AddTags", "DeleteTags" -> Map.of();
            default -> throw new AssertionError(call.operation());
        };
    }

    private void move(Map<String, Object> endpoint, String status, Object newConfig) {
        Fate now = fate;
        fate = Fate.SUCCESS;
        endpoint.put("EndpointStatus", status);
        timeline.after(ROLLOUT, () -> {
            endpoint.put("EndpointStatus", now == Fate.FAILURE ? "Failed" : "InService");
            if (now == Fate.FAILURE) {
                endpoint.put("FailureReason", "The primary container did not pass the ping health check.");
            }
            if (now == Fate.SUCCESS && newConfig != null) {
                endpoint.put("EndpointConfigName", newConfig);
            }
        });
    }

    private static Object create(
            Call call, Map<String, Map<String, Object>> all, String kind, String path, Map<String, Object> request)
            throws AwsError {
        String name = request.get(kind + "Name").toString();
        if (all.containsKey(name)) {
            throw AwsError.validation("Cannot create already existing " + path + " \"" + name + "\".");
        }
        String arn = "arn:aws:sagemaker:" + call.region() + ":" + call.account() + ":" + path + "/"
                + name.toLowerCase(Locale.ROOT);
        Map<String, Object> stored = new LinkedHashMap<>(request);
        stored.put(kind + "Arn", arn);
        all.put(name, stored);
        return Map.of(kind + "Arn", arn);
    }

    private static Map<String, Object> find(
            Map<String, Map<String, Object>> all, String member, Map<String, Object> request) throws AwsError {
        Map<String, Object> found = all.get(request.get(member).toString());
        if (found == null) {
            throw AwsError.validation("Could not find " + request.get(member) + ".");
        }
        return found;
    }

    private static Object delete(Map<String, Map<String, Object>> all, String member, Map<String, Object> request)
            throws AwsError {
        find(all, member, request);
        all.remove(request.get(member).toString());
        return Map.of();
    }
}
