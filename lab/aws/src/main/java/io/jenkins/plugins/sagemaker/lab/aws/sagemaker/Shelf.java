package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All resources of one kind, by place and name. Names differ by more than their case, as in AWS. */
final class Shelf<T> {

    private final Map<Key, T> items = new ConcurrentHashMap<>();

    /** Keeps the item unless the name is taken; whether it was kept. */
    boolean add(Place place, String name, T item) {
        return items.putIfAbsent(Key.of(place, name), item) == null;
    }

    Optional<T> find(Place place, String name) {
        return Optional.ofNullable(items.get(Key.of(place, name)));
    }

    void remove(Place place, String name) {
        items.remove(Key.of(place, name));
    }

    Stream<T> all(Place place) {
        return items.entrySet().stream()
                .filter(entry -> entry.getKey().place().equals(place))
                .map(Map.Entry::getValue);
    }

    private record Key(Place place, String name) {
        static Key of(Place place, String name) {
            return new Key(place, name.toLowerCase(Locale.ROOT));
        }
    }
}
