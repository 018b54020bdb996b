package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tag by which an operation knows what it has made as its own: creating a job has no other idempotency token than the job's name, which somebody
 * else may have taken.
 */
public record OwnTag(String token) {

    /** Its key. */
    public static final String KEY = "jenkins:operation";

    /**
     * Whether a resource has it.
     *
     * @param what the resource in words, for messages
     */
    public boolean isOn(Aws aws, String what, String arn) throws RemoteException, InterruptedException {
        return Aws.call(
                "read the tags of " + what + ", which tell whether it is this build's",
                () -> aws.sageMaker().listTagsPaginator(r -> r.resourceArn(arn)).tags().stream()
                        .anyMatch(t -> t.key().equals(KEY) && t.value().equals(token)));
    }

    /**
     * It and others in the shape of the API.
     *
     * @param given what a request document has as its tags; may be null
     * @param further win over those
     */
    public List<Object> among(Object given, Map<String, String> further) {
        Map<Object, Object> tags = new LinkedHashMap<>();
        if (given instanceof List<?> list) {
            list.stream()
                    .filter(Map.class::isInstance)
                    .map(Map.class::cast)
                    .forEach(tag -> tags.put(String.valueOf(tag.get("Key")), String.valueOf(tag.get("Value"))));
        }
        tags.putAll(further);
        tags.put(KEY, token);
        List<Object> all = new ArrayList<>();
        tags.forEach((key, value) -> all.add(Map.of("Key", key, "Value", value)));
        return all;
    }
}
