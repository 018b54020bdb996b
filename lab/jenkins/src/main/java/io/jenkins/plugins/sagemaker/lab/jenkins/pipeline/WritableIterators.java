package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A Groovy category: within a program, loops over collections use iterators that can be written to disk in the middle of the
 * loop, as in Jenkins. Those of the JDK cannot.
 */
public final class WritableIterators {

    private WritableIterators() {}

    public static <T> Iterator<T> iterator(List<T> list) {
        return new OfList<>(list);
    }

    public static <T> Iterator<T> iterator(Set<T> set) {
        return new OfList<>(new ArrayList<>(set));
    }

    public static <K, V> Iterator<Map.Entry<K, V>> iterator(Map<K, V> map) {
        return new OfList<>(entries(map));
    }

    public static <K, V> Collection<Map.Entry<K, V>> entrySet(Map<K, V> map) {
        return entries(map);
    }

    public static <K> Set<K> keySet(Map<K, ?> map) {
        return new LinkedHashSet<>(map.keySet());
    }

    public static <V> Collection<V> values(Map<?, V> map) {
        return new ArrayList<>(map.values());
    }

    private static <K, V> List<Map.Entry<K, V>> entries(Map<K, V> map) {
        List<Map.Entry<K, V>> entries = new ArrayList<>();
        map.forEach((key, value) -> entries.add(new AbstractMap.SimpleImmutableEntry<>(key, value)));
        return entries;
    }

    private static final class OfList<T> implements Iterator<T>, Serializable {
        private static final long serialVersionUID = 1L;
        private final List<T> list;
        private int next;

        OfList(List<T> list) {
            this.list = list;
        }

        @Override
        public boolean hasNext() {
            return next < list.size();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the list has " + list.size() + " elements");
            }
            return list.get(next++);
        }

        @Override
        public void remove() {
            list.remove(--next);
        }
    }
}
