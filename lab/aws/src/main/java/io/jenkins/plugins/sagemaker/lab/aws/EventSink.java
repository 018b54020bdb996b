package io.jenkins.plugins.sagemaker.lab.aws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;

/** Where a service tells what has happened to one of its resources, so that others may act on it. */
@FunctionalInterface
public interface EventSink {

    /** Nobody listens. */
    EventSink NONE = event -> {};

    void tell(Event event);

    /**
     * Something that has happened.
     *
     * @param account account of the resource
     * @param region region of the resource
     * @param source the service, {@code aws.sagemaker}
     * @param detailType the kind of event, {@code SageMaker Training Job State Change}
     * @param resource ARN of the resource
     * @param detail what the service has to say, asked for at once or never
     */
    record Event(
            String account,
            String region,
            String source,
            String detailType,
            String resource,
            Supplier<ObjectNode> detail) {}
}
