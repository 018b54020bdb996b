package io.jenkins.plugins.sagemaker.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.aws.MessageQueue;
import io.jenkins.plugins.sagemaker.operation.Listing.Entry;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatus;

/** What EventBridge brings into a queue when training jobs change. Source of the events' form: SageMaker developer guide, "Training job state change". */
public final class TrainingJobChanges {

    private static final String DETAIL_TYPE = "SageMaker Training Job State Change";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger LOGGER = Logger.getLogger(TrainingJobChanges.class.getName());

    private record Topic(String region) {}

    private TrainingJobChanges() {}

    /** Equal for all that tells of training jobs in that region, whoever's they are. */
    public static Object topic(String region) {
        return new Topic(region);
    }

    /**
     * Waits up to 20 s for changes, tells them, and empties the queue of what it has read.
     *
     * @return whether there may be more
     */
    public static boolean read(MessageQueue queue, Consumer<List<Entry>> hearer)
            throws RemoteException, InterruptedException {
        var messages = queue.receive();
        if (messages.isEmpty()) {
            return false;
        }
        hearer.accept(messages.stream()
                .map(message -> change(message.body()))
                .flatMap(Optional::stream)
                .toList());
        queue.delete(messages);
        return messages.size() == MessageQueue.MOST;
    }

    /** Empty if it is another event, or none. */
    private static Optional<Entry> change(String message) {
        try {
            JsonNode event = JSON.readTree(message);
            JsonNode job = event.path("detail");
            String name = job.path("TrainingJobName").asText("");
            String status = job.path("TrainingJobStatus").asText("");
            if (event.path("detail-type").asText("").equals(DETAIL_TYPE) && !name.isEmpty() && !status.isEmpty()) {
                String secondary = job.path("SecondaryStatus").asText("");
                return Optional.of(entry(name, time(event, job), status, secondary));
            }
            LOGGER.log(Level.FINE, "not a change of a training job: {0}", message);
        } catch (JsonProcessingException | DateTimeException e) {
            LOGGER.log(Level.FINE, e, () -> "not an event: " + message);
        }
        return Optional.empty();
    }

    private static Instant time(JsonNode event, JsonNode job) {
        JsonNode millis = job.path("LastModifiedTime");
        return millis.isNumber()
                ? Instant.ofEpochMilli(millis.asLong())
                : Instant.parse(event.path("time").asText(""));
    }

    /** As an event and the list both show a job. */
    static Entry entry(String name, Instant changedAt, String status, String secondaryStatus) {
        var known = TrainingJobStatus.fromValue(status);
        boolean over = known != TrainingJobStatus.IN_PROGRESS && known != TrainingJobStatus.STOPPING;
        return new Entry(name, changedAt, status + secondaryStatus, over);
    }
}
