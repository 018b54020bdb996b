package hudson.util;

import hudson.model.Saveable;
import java.io.IOException;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A list that saves its owner when it is changed. */
public class PersistedList<T> extends AbstractList<T> {
    protected final List<T> data = new CopyOnWriteArrayList<>();
    protected transient Saveable owner = Saveable.NOOP;

    protected PersistedList() {}

    protected PersistedList(Collection<? extends T> initialList) {
        data.addAll(initialList);
    }

    public PersistedList(Saveable owner) {
        setOwner(owner);
    }

    public void setOwner(Saveable owner) {
        this.owner = owner;
    }

    private void saved() {
        try {
            owner.save();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public boolean add(T item) {
        data.add(item);
        saved();
        return true;
    }

    @Override
    public boolean addAll(Collection<? extends T> items) {
        boolean changed = data.addAll(items);
        saved();
        return changed;
    }

    public <U extends T> U get(Class<U> type) {
        return data.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    @Override
    public T get(int index) {
        return data.get(index);
    }

    @Override
    public int size() {
        return data.size();
    }

    @Override
    public Iterator<T> iterator() {
        return data.iterator();
    }

    @Override
    public boolean remove(Object o) {
        boolean removed = data.remove(o);
        if (removed) {
            saved();
        }
        return removed;
    }

    public void remove(Class<? extends T> type) throws IOException {
        removeAll(type);
    }

    public void removeAll(Class<? extends T> type) throws IOException {
        if (data.removeIf(each -> each.getClass() == type)) {
            owner.save();
        }
    }

    public void replaceBy(Collection<? extends T> col) throws IOException {
        data.clear();
        data.addAll(col);
        owner.save();
    }

    @Override
    public void clear() {
        data.clear();
    }
}
