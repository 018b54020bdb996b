package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.EventSink;
import java.util.List;

/**
 * Tells EventBridge of each change of a training job's status. Source: SageMaker developer guide, "Events that Amazon
 * SageMaker AI sends to EventBridge".
 */
final class JobEvents {

    private static final List<String> TIMES =
            List.of("CreationTime", "TrainingStartTime", "TrainingEndTime", "LastModifiedTime");

    private final TrainingJob job;
    private final EventSink sink;

    JobEvents(TrainingJob job, EventSink sink) {
        this.job = job;
        this.sink = sink;
    }

    void tell() {
        sink.tell(new EventSink.Event(
                job.place().account(),
                job.place().region(),
                "aws.sagemaker",
                "SageMaker Training Job State Change",
                job.arn(),
                this::detail));
    }

    /** The job as it is described, with times in milliseconds and tags as a map. */
    private ObjectNode detail() {
        ObjectNode detail = job.describe();
        TIMES.forEach(time -> toMillis(detail, time));
        for (JsonNode transition : detail.path("SecondaryStatusTransitions")) {
            toMillis((ObjectNode) transition, "StartTime");
            toMillis((ObjectNode) transition, "EndTime");
        }
        ObjectNode tags = detail.putObject("Tags");
        job.request().path("Tags").forEach(tag -> tags.set(tag.get("Key").asText(), tag.get("Value")));
        return detail;
    }

    private static void toMillis(ObjectNode node, String time) {
        if (node.has(time)) {
            node.put(time, Time.parse(node.get(time)).toEpochMilli());
        }
    }
}
