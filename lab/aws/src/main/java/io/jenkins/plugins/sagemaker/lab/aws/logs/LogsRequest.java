package io.jenkins.plugins.sagemaker.lab.aws.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The members of a request to CloudWatch Logs, each checked as it is read. */
final class LogsRequest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern GROUP = Pattern.compile("[.\\-_/#A-Za-z0-9]{1,512}");
    private static final Pattern STREAM = Pattern.compile("[^:*]{1,512}");

    private final Call call;
    private final JsonNode body;

    private LogsRequest(Call call, JsonNode body) {
        this.call = call;
        this.body = body;
    }

    static LogsRequest read(Call call) throws AwsError {
        try {
            JsonNode body = call.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(call.body());
            if (body.isObject()) {
                return new LogsRequest(call, body);
            }
        } catch (IOException e) {
            throw new AwsError(400, "SerializationException", "The request is not JSON: " + e.getMessage());
        }
        throw new AwsError(400, "SerializationException", "The request is not a JSON object.");
    }

    String account() {
        return call.account();
    }

    String region() {
        return call.region();
    }

    JsonNode member(String name) {
        return body.path(name);
    }

    /** A text, or null if it is not given. */
    String text(String name) {
        return body.path(name).isTextual() ? body.path(name).textValue() : null;
    }

    String required(String name) throws AwsError {
        String text = text(name);
        if (text == null || text.isEmpty()) {
            throw constraint(
                    text,
                    name,
                    text == null ? "Member must not be null" : "Member must have length greater than or equal to 1");
        }
        return text;
    }

    /** The group that is meant, by {@code logGroupName} or {@code logGroupIdentifier}. */
    String group() throws AwsError {
        String name = text("logGroupName");
        String identifier = text("logGroupIdentifier");
        if (identifier != null) {
            if (name != null) {
                throw invalid("Give logGroupName or logGroupIdentifier, not both.");
            }
            return identifier
                    .replaceFirst("^arn:aws[^:]*:logs:[^:]*:\\d{12}:log-group:", "")
                    .replaceFirst(":\\*$", "");
        }
        return matching("logGroupName", GROUP);
    }

    String stream() throws AwsError {
        return matching("logStreamName", STREAM);
    }

    private String matching(String name, Pattern pattern) throws AwsError {
        String text = required(name);
        if (!pattern.matcher(text).matches()) {
            throw constraint(text, name, "Member must satisfy regular expression pattern: " + pattern);
        }
        return text;
    }

    int number(String name, int usual, int least, int most) throws AwsError {
        JsonNode node = body.path(name);
        if (!node.isNumber()) {
            return usual;
        }
        if (node.asLong() < least) {
            throw constraint(node.asText(), name, "Member must have value greater than or equal to " + least);
        }
        if (node.asLong() > most) {
            throw constraint(node.asText(), name, "Member must have value less than or equal to " + most);
        }
        return node.asInt();
    }

    long time(String name, long usual) throws AwsError {
        JsonNode node = body.path(name);
        if (node.isNumber() && node.asLong() < 0) {
            throw constraint(node.asText(), name, "Member must have value greater than or equal to 0");
        }
        return node.isNumber() ? node.asLong() : usual;
    }

    boolean flag(String name) {
        return body.path(name).asBoolean(false);
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        body.path(name).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    static AwsError invalid(String message) {
        return new AwsError(400, "InvalidParameterException", message);
    }

    private static AwsError constraint(String value, String name, String constraint) {
        String shown = value == null ? "null" : "'" + value + "'";
        return invalid("1 validation error detected: Value " + shown + " at '" + name
                + "' failed to satisfy constraint: " + constraint);
    }
}
