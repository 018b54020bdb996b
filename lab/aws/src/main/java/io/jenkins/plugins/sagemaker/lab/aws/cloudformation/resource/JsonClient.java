package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.Dispatcher;
import java.io.IOException;
import java.util.Map;

/** Calls a JSON service of the local AWS on behalf of a stack. */
final class JsonClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Dispatcher dispatcher;
    private final String service;

    JsonClient(Dispatcher dispatcher, String service) {
        this.dispatcher = dispatcher;
        this.service = service;
    }

    Map<String, Object> call(ResourceRequest.Owner owner, String operation, Map<String, ?> request) throws AwsError {
        try {
            Call call =
                    Call.json(service, operation, owner.account(), owner.region(), JSON.writeValueAsString(request));
            byte[] answer = dispatcher.dispatch(call).body();
            return answer.length == 0 ? Map.of() : JSON.readValue(answer, OBJECT);
        } catch (IOException e) {
            throw new IllegalStateException(service + " " + operation + " did not speak JSON.", e);
        }
    }

    /** A policy of a template as JSON text; templates may also write it as text. */
    static String text(Object document) {
        try {
            return document == null || document instanceof String
                    ? (String) document
                    : JSON.writeValueAsString(document);
        } catch (IOException e) {
            throw new IllegalStateException("A template's value cannot be written as JSON.", e);
        }
    }
}
