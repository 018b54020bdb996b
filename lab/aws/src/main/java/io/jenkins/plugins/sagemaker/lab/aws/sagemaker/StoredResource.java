package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A resource that never changes after it is made, so that it is described by the request that made it: a model or an
 * endpoint configuration.
 *
 * @param type how the API calls the resource in member names, for example {@code EndpointConfig}
 * @param kind how ARNs call it, for example {@code endpoint-config}
 * @param input the request that made it
 * @param place where it lives
 * @param created when
 */
record StoredResource(String type, String kind, ObjectNode input, Place place, Instant created) implements Listed {

    @Override
    public String name() {
        return input.get(type + "Name").asText();
    }

    String arn() {
        return place.arn(kind, name());
    }

    @Override
    public Instant modified() {
        return created;
    }

    @Override
    public String status() {
        return "";
    }

    ObjectNode describe() {
        ObjectNode answer = input.deepCopy();
        answer.remove("Tags");
        answer.put(
                "EnableNetworkIsolation", input.path("EnableNetworkIsolation").asBoolean());
        answer.put(type + "Arn", arn());
        answer.put("CreationTime", Time.json(created));
        return answer;
    }

    @Override
    public ObjectNode summary() {
        return JsonNodeFactory.instance
                .objectNode()
                .put(type + "Name", name())
                .put(type + "Arn", arn())
                .put("CreationTime", Time.json(created));
    }
}
