package io.jenkins.plugins.sagemaker.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A map of texts, numbers, lists and maps that takes a tenth of the usual memory, and is unpacked whole each time it is read: for what is used
 * at the beginning of a wait and kept for hours. Cannot be changed.
 *
 * @param <V> serializable classes of the JDK
 */
final class PackedMap<V> extends AbstractMap<String, V> implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final ObjectInputFilter FILTER = ObjectInputFilter.Config.createFilter("java.base/*;!*");

    private final byte[] packed;

    private PackedMap(byte[] packed) {
        this.packed = packed;
    }

    static <V> Map<String, V> of(Map<String, V> map) {
        if (map instanceof PackedMap || map.isEmpty()) {
            return map.isEmpty() ? Map.of() : map;
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeObject(new LinkedHashMap<>(map));
        } catch (IOException e) {
            throw new UncheckedIOException("The map cannot be packed.", e);
        }
        return new PackedMap<>(bytes.toByteArray());
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return unpacked().entrySet();
    }

    @Override
    public V get(Object key) {
        return unpacked().get(key);
    }

    @SuppressWarnings("unchecked")
    private Map<String, V> unpacked() {
        try (var in = new ObjectInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            in.setObjectInputFilter(FILTER);
            return (Map<String, V>) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException("The map cannot be unpacked.", e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The map holds something that is not of the JDK.", e);
        }
    }
}
