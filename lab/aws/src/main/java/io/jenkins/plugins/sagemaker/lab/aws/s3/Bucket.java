package io.jenkins.plugins.sagemaker.lab.aws.s3;

import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A bucket: its objects in S3's order, its settings, and the uploads that are under way. */
final class Bucket {

    private final String name;
    private final String account;
    private final String region;
    private final Instant created;
    private final Versions versions = new Versions();
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

    /** The objects as they are now. */
    NavigableMap<String, S3Object> objects() {
        return versions.current();
    }

    Versions versions() {
        return versions;
    }

    Versions.State versioning() {
        String document = settings.getOrDefault("versioning", "");
        if (document.contains("Enabled</Status>")) {
            return Versions.State.ENABLED;
        }
        return document.contains("Suspended</Status>") ? Versions.State.SUSPENDED : Versions.State.NEVER;
    }

    /** Stores an object as the newest version of its key. */
    ObjectVersion put(S3Object object) {
        return versions.put(object, versioning());
    }

    /** What an answer about a version says of it: nothing, if the bucket has never had versioning. */
    Map<String, String> headers(ObjectVersion version) {
        return versioning() == Versions.State.NEVER ? Map.of() : Map.of("x-amz-version-id", version.id());
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
