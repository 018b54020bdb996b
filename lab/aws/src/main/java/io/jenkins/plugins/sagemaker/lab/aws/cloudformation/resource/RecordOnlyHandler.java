package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * Resources that the local AWS keeps in mind and does nothing with: alarms, scaling. They have the ids and attributes
 * of their type, so that templates which use them run.
 */
final class RecordOnlyHandler extends ServiceHandler {

    private final Function<ResourceRequest, String> ids;
    private final Function<ResourceRequest, Map<String, Object>> attributes;

    RecordOnlyHandler(
            Function<ResourceRequest, String> ids, Function<ResourceRequest, Map<String, Object>> attributes) {
        super("CloudFormation", Duration.ofSeconds(5));
        this.ids = ids;
        this.attributes = attributes;
    }

    @Override
    String make(ResourceRequest request) {
        return ids.apply(request);
    }

    @Override
    void configure(ResourceRequest request) {
        // The stack itself keeps the properties.
    }

    @Override
    void remove(ResourceRequest request) {
        // Nothing was made.
    }

    @Override
    Map<String, Object> attributes(ResourceRequest request) {
        return attributes.apply(request);
    }
}
