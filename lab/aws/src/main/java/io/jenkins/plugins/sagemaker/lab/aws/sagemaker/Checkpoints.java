package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.sagemaker.lab.aws.s3.ObjectStore;
import io.jenkins.plugins.sagemaker.lab.aws.s3.ObjectStore.StoredObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** The folder {@code /opt/ml/checkpoints} of a job, which is kept in S3 if the request has a {@code CheckpointConfig}. */
final class Checkpoints {

    private final ObjectStore objects;
    private final S3Location place;
    private Runnable first = () -> {};

    Checkpoints(ObjectStore objects, JsonNode request) {
        this.objects = objects;
        JsonNode uri = request.at("/CheckpointConfig/S3Uri");
        this.place = uri.isMissingNode() ? null : S3Location.parse(uri.asText()).below("");
    }

    boolean areKept() {
        return place != null;
    }

    /** What is there, by path below the folder. */
    Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (areKept()) {
            for (StoredObject object : objects.list(place.bucket(), place.key())) {
                files.put(object.key().substring(place.key().length()), object.content());
            }
        }
        return files;
    }

    void put(String path, byte[] content) {
        if (areKept() && objects.hasBucket(place.bucket())) {
            S3Location target = place.below(path);
            objects.put(target.bucket(), target.key(), content, Map.of());
            takeFirst().run();
        }
    }

    /** Lets something happen once, when the next checkpoint is in S3. */
    synchronized void onNext(Runnable action) {
        first = action;
    }

    private synchronized Runnable takeFirst() {
        Runnable action = first;
        first = () -> {};
        return action;
    }
}
