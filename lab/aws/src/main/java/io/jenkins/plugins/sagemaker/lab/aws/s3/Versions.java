package io.jenkins.plugins.sagemaker.lab.aws.s3;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * All versions of a bucket's objects. While versioning is off, each object has one, called "null". Source: S3 user
 * guide, "How S3 Versioning works".
 */
final class Versions {

    /** Whether a bucket keeps what is overwritten and deleted. Once switched on, it can only be suspended. */
    enum State {
        NEVER,
        ENABLED,
        SUSPENDED
    }

    /** By key; newest first. The lists are never changed, but replaced. */
    private final ConcurrentSkipListMap<String, List<ObjectVersion>> all = new ConcurrentSkipListMap<>(KeyOrder.UTF_8);

    private final ConcurrentSkipListMap<String, S3Object> current = new ConcurrentSkipListMap<>(KeyOrder.UTF_8);

    /** The objects whose newest version is no delete marker, in S3's order. */
    NavigableMap<String, S3Object> current() {
        return Collections.unmodifiableNavigableMap(current);
    }

    synchronized ObjectVersion put(S3Object object, State state) {
        return add(new ObjectVersion(object.key(), newId(state), object, object.lastModified()));
    }

    /** Deletes the object, not its versions. @return the delete marker; empty if versioning was never on */
    synchronized Optional<ObjectVersion> delete(String key, State state, Instant now) {
        if (state == State.NEVER) {
            remove(key, ObjectVersion.NULL);
            return Optional.empty();
        }
        return Optional.of(add(new ObjectVersion(key, newId(state), null, now)));
    }

    /** Deletes one version for good. @return what it was, if it was there */
    synchronized Optional<ObjectVersion> remove(String key, String id) {
        Optional<ObjectVersion> removed = find(key, id);
        List<ObjectVersion> rest = new ArrayList<>(of(key));
        rest.removeIf(version -> version.id().equals(id));
        set(key, rest);
        return removed;
    }

    /** Puts another object in the place of a version's. */
    synchronized void replace(ObjectVersion version, S3Object object) {
        List<ObjectVersion> changed = new ArrayList<>(of(version.key()));
        changed.replaceAll(
                one -> one.equals(version) ? new ObjectVersion(one.key(), one.id(), object, one.since()) : one);
        set(version.key(), changed);
    }

    boolean isNewest(ObjectVersion version) {
        return newest(version.key()).filter(version::equals).isPresent();
    }

    Optional<ObjectVersion> newest(String key) {
        return of(key).stream().findFirst();
    }

    Optional<ObjectVersion> find(String key, String id) {
        return of(key).stream().filter(version -> version.id().equals(id)).findFirst();
    }

    /** Everything, in S3's order of keys, the newest version of each key first. */
    List<ObjectVersion> list() {
        return all.values().stream().flatMap(List::stream).toList();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    private List<ObjectVersion> of(String key) {
        return all.getOrDefault(key, List.of());
    }

    private ObjectVersion add(ObjectVersion version) {
        List<ObjectVersion> longer = new ArrayList<>(of(version.key()));
        longer.removeIf(before -> before.id().equals(version.id()));
        longer.add(0, version);
        set(version.key(), longer);
        return version;
    }

    private void set(String key, List<ObjectVersion> versions) {
        if (versions.isEmpty()) {
            all.remove(key);
        } else {
            all.put(key, List.copyOf(versions));
        }
        if (versions.isEmpty() || versions.get(0).isDeleteMarker()) {
            current.remove(key);
        } else {
            current.put(key, versions.get(0).object());
        }
    }

    private static String newId(State state) {
        return state == State.ENABLED ? UUID.randomUUID().toString().replace("-", "") : ObjectVersion.NULL;
    }
}
