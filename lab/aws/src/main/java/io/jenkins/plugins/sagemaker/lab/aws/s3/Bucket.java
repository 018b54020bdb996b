package io.jenkins.plugins.sagemaker.lab.aws.s3;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A bucket: its objects in S3's order, its settings, and the uploads that are under way. */
final class Bucket {

    private final String name;
    private final String account;
    private final String region;
    private final Instant created;
    private final ConcurrentSkipListMap<String, S3Object> objects = new ConcurrentSkipListMap<>(KeyOrder.UTF_8);
    private final ConcurrentSkipListMap<String, MultipartUpload> uploads = new ConcurrentSkipListMap<>();
    private final Map<String, String> settings = new ConcurrentHashMap<>();

    Bucket(String name, String account, String region, Instant created) {
        this.name = name;
        this.account = account;
        this.region = region;
        this.created = created;
    }

    String name() {
        return name;
    }

    String account() {
        return account;
    }

    String region() {
        return region;
    }

    Instant created() {
        return created;
    }

    ConcurrentNavigableMap<String, S3Object> objects() {
        return objects;
    }

    /** Uploads by their id. */
    ConcurrentNavigableMap<String, MultipartUpload> uploads() {
        return uploads;
    }

    /** Configuration documents as they were put, by the name of the sub-resource ({@code policy}, {@code tagging}). */
    Map<String, String> settings() {
        return settings;
    }

    /**
     * Whether a policy lets another account in: it names the account, or everybody. Its statements are not evaluated.
     */
    boolean admits(String caller) {
        String policy = settings.getOrDefault("policy", "");
        return caller.equals(account)
                || policy.contains(caller)
                || policy.replaceAll("\\s", "").matches(".*\"Principal\":(\\{\"AWS\":)?\\[?\"\\*\".*");
    }
}
