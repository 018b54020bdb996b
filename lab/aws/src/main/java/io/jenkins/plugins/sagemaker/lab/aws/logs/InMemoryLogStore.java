package io.jenkins.plugins.sagemaker.lab.aws.logs;

import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** All log groups of all accounts and regions. */
public final class InMemoryLogStore implements LogStore {

    private final Timeline timeline;
    private final ConcurrentMap<Place, ConcurrentSkipListMap<String, LogGroup>> groups = new ConcurrentHashMap<>();
    private final AtomicLong events = new AtomicLong();

    public InMemoryLogStore(Timeline timeline) {
        this.timeline = timeline;
    }

    private record Place(String account, String region) {}

    @Override
    public void append(String account, String region, String group, String stream, Instant time, String message) {
        long now = timeline.now().toEpochMilli();
        LogStream target =
                in(account, region).computeIfAbsent(group, name -> new LogGroup(name, account, region, now)).stream(
                        stream, now);
        append(target, time.toEpochMilli(), message);
    }

    void append(LogStream stream, long timestamp, String message) {
        var position = new LogPosition(timestamp, events.incrementAndGet());
        stream.add(new LogEvent(position, timeline.now().toEpochMilli(), message));
    }

    /** @return whether there was no group of that name */
    boolean create(String account, String region, String group) {
        var made = new LogGroup(group, account, region, timeline.now().toEpochMilli());
        return in(account, region).putIfAbsent(group, made) == null;
    }

    boolean delete(String account, String region, String group) {
        return in(account, region).remove(group) != null;
    }

    Optional<LogGroup> find(String account, String region, String group) {
        return Optional.ofNullable(in(account, region).get(group));
    }

    /** All groups, in the order of their names. */
    List<LogGroup> groups(String account, String region) {
        return List.copyOf(in(account, region).values());
    }

    private ConcurrentSkipListMap<String, LogGroup> in(String account, String region) {
        return groups.computeIfAbsent(new Place(account, region), place -> new ConcurrentSkipListMap<>());
    }
}
