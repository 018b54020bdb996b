package hudson;

import io.jenkins.plugins.sagemaker.lab.jenkins.core.Extensions;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.Jenkins;
import jenkins.util.io.OnMaster;

/** The implementations of an extension point, found on first use, the highest ordinal first. */
public class ExtensionList<T> extends AbstractList<T> implements OnMaster {
    public final Class<T> extensionType;
    private final Jenkins jenkins;
    private final List<T> added = new CopyOnWriteArrayList<>();
    private volatile List<T> found;

    protected ExtensionList(Jenkins jenkins, Class<T> extensionType) {
        this.jenkins = jenkins;
        this.extensionType = extensionType;
    }

    /** Made by {@link Jenkins} only. */
    public static <T> ExtensionList<T> labNew(Jenkins jenkins, Class<T> extensionType) {
        return new ExtensionList<>(jenkins, extensionType);
    }

    public static <T> ExtensionList<T> lookup(Class<T> type) {
        return Jenkins.get().getExtensionList(type);
    }

    /** The one instance of a type; more or fewer is an error of the installation. */
    public static <U> U lookupSingleton(Class<U> type) {
        ExtensionList<U> all = lookup(type);
        if (all.size() != 1) {
            throw new IllegalStateException("Expected 1 instance of " + type.getName() + " but got " + all.size());
        }
        return all.get(0);
    }

    public static <U> U lookupFirst(Class<U> type) {
        ExtensionList<U> all = lookup(type);
        if (all.isEmpty()) {
            throw new IllegalStateException("Found no instances of " + type.getName());
        }
        return all.get(0);
    }

    public <U extends T> U get(Class<U> type) {
        for (T each : this) {
            if (each.getClass() == type) {
                return type.cast(each);
            }
        }
        return null;
    }

    public <U extends T> U getInstance(Class<U> type) {
        U instance = get(type);
        if (instance == null) {
            throw new IllegalStateException(
                    "Found no instance of " + type.getName() + " among " + extensionType.getName());
        }
        return instance;
    }

    List<T> labLoad(Extensions extensions) {
        return extensions.find(extensionType);
    }

    private List<T> all() {
        List<T> loaded = found;
        if (loaded == null) {
            loaded = List.copyOf(labLoad(jenkins.labExtensions()));
            found = loaded;
        }
        if (added.isEmpty()) {
            return loaded;
        }
        List<T> both = new ArrayList<>(loaded);
        both.addAll(added);
        return both;
    }

    @Override
    public T get(int index) {
        return all().get(index);
    }

    @Override
    public int size() {
        return all().size();
    }

    @Override
    public Iterator<T> iterator() {
        return all().iterator();
    }

    /** Adds an instance by hand, as tests do. */
    @Override
    public boolean add(T t) {
        return added.add(t);
    }

    @Override
    public void add(int index, T t) {
        List<T> before = new ArrayList<>(all());
        before.add(index, t);
        found = List.copyOf(before);
        added.clear();
    }

    @Override
    public boolean remove(Object o) {
        List<T> rest = new ArrayList<>(all());
        boolean removed = rest.remove(o);
        found = List.copyOf(rest);
        added.clear();
        return removed;
    }

    @Override
    public T remove(int index) {
        T t = get(index);
        remove((Object) t);
        return t;
    }

    @Override
    public boolean removeAll(Collection<?> c) {
        boolean any = false;
        for (Object each : c) {
            any |= remove(each);
        }
        return any;
    }

    @Override
    public boolean equals(Object o) {
        return this == o;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
