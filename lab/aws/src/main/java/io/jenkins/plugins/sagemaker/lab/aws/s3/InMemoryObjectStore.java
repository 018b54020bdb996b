package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * All buckets of all accounts. Their names are global, as AWS's are. Content is not copied: nobody may change an array
 * once stored.
 */
public final class InMemoryObjectStore implements ObjectStore {

    private final Timeline timeline;
    private final ConcurrentSkipListMap<String, Bucket> buckets = new ConcurrentSkipListMap<>();

    public InMemoryObjectStore(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public void createBucket(String account, String region, String bucket) {
        add(account, region, bucket);
    }

    @Override
    public boolean hasBucket(String bucket) {
        return buckets.containsKey(bucket);
    }

    @Override
    public void put(String bucket, String key, byte[] content, Map<String, String> metadata) {
        Bucket target =
                find(bucket).orElseThrow(() -> new IllegalArgumentException("There is no bucket '" + bucket + "'."));
        target.put(new S3Object(
                bucket,
                key,
                content,
                Digests.md5Hex(content),
                timeline.now().truncatedTo(ChronoUnit.MILLIS),
                metadata,
                Map.of("Content-Type", "binary/octet-stream"),
                Map.of(),
                null,
                List.of()));
    }

    @Override
    public Optional<StoredObject> get(String bucket, String key) {
        return find(bucket).map(found -> found.objects().get(key));
    }

    @Override
    public List<StoredObject> list(String bucket, String prefix) {
        List<StoredObject> found = new ArrayList<>();
        find(bucket).ifPresent(source -> {
            for (S3Object object : source.objects().tailMap(prefix).values()) {
                if (!object.key().startsWith(prefix)) {
                    break;
                }
                found.add(object);
            }
        });
        return found;
    }

    Optional<Bucket> find(String bucket) {
        return Optional.ofNullable(buckets.get(bucket));
    }

    /** @return the bucket that already has this name, if any */
    Optional<Bucket> add(String account, String region, String bucket) {
        var made = new Bucket(bucket, account, region, timeline.now().truncatedTo(ChronoUnit.MILLIS));
        return Optional.ofNullable(buckets.putIfAbsent(bucket, made));
    }

    void remove(String bucket) {
        buckets.remove(bucket);
    }

    /** The buckets of an account, in the order of their names. */
    List<Bucket> of(String account) {
        return buckets.values().stream()
                .filter(bucket -> bucket.account().equals(account))
                .toList();
    }
}
