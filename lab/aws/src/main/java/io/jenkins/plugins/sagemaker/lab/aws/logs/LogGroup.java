package io.jenkins.plugins.sagemaker.lab.aws.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A log group with its streams, in the order of their names. */
final class LogGroup {

    private final String name;
    private final String arn;
    private final long created;
    private final ConcurrentSkipListMap<String, LogStream> streams = new ConcurrentSkipListMap<>();
    private final Map<String, String> tags = new ConcurrentHashMap<>();
    private volatile Integer retentionInDays;
    private volatile String kmsKey;

    LogGroup(String name, String account, String region, long created) {
        this.name = name;
        this.arn = "arn:aws:logs:" + region + ":" + account + ":log-group:" + name;
        this.created = created;
    }

    String name() {
        return name;
    }

    /** The ARN without the {@code :*} that AWS appends in some places. */
    String arn() {
        return arn;
    }

    long created() {
        return created;
    }

    Map<String, String> tags() {
        return tags;
    }

    Integer retentionInDays() {
        return retentionInDays;
    }

    void retentionInDays(Integer days) {
        retentionInDays = days;
    }

    String kmsKey() {
        return kmsKey;
    }

    void kmsKey(String key) {
        kmsKey = key;
    }

    /** The stream, made if it is not there. */
    LogStream stream(String stream, long now) {
        return streams.computeIfAbsent(stream, s -> new LogStream(s, arn + ":log-stream:" + s, now));
    }

    /** @return whether it was not there */
    boolean create(String stream, long now) {
        return streams.putIfAbsent(stream, new LogStream(stream, arn + ":log-stream:" + stream, now)) == null;
    }

    boolean delete(String stream) {
        return streams.remove(stream) != null;
    }

    Optional<LogStream> find(String stream) {
        return Optional.ofNullable(streams.get(stream));
    }

    List<LogStream> withPrefix(String prefix) {
        List<LogStream> found = new ArrayList<>();
        for (LogStream stream : streams.tailMap(prefix).values()) {
            if (!stream.name().startsWith(prefix)) {
                break;
            }
            found.add(stream);
        }
        return found;
    }
}
