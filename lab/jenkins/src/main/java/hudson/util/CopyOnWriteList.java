package hudson.util;

import com.thoughtworks.xstream.converters.MarshallingContext;
import com.thoughtworks.xstream.converters.UnmarshallingContext;
import com.thoughtworks.xstream.converters.collections.CollectionConverter;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.io.HierarchicalStreamWriter;
import com.thoughtworks.xstream.mapper.Mapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A list that may be changed while it is read. */
public class CopyOnWriteList<E> implements Iterable<E> {
    private final List<E> core;

    public CopyOnWriteList() {
        core = new CopyOnWriteArrayList<>();
    }

    public CopyOnWriteList(List<E> core) {
        this.core = new CopyOnWriteArrayList<>(core);
    }

    public void add(E e) {
        core.add(e);
    }

    public boolean remove(E e) {
        return core.remove(e);
    }

    public void clear() {
        core.clear();
    }

    public void replaceBy(Collection<? extends E> source) {
        core.clear();
        core.addAll(source);
    }

    public boolean isEmpty() {
        return core.isEmpty();
    }

    public int size() {
        return core.size();
    }

    public List<E> getView() {
        return List.copyOf(core);
    }

    @Override
    public Iterator<E> iterator() {
        return core.iterator();
    }

    /** Writes it as a plain collection. */
    public static final class ConverterImpl extends CollectionConverter {
        public ConverterImpl(Mapper mapper) {
            super(mapper);
        }

        @Override
        @SuppressWarnings("rawtypes")
        public boolean canConvert(Class type) {
            return type == CopyOnWriteList.class;
        }

        @Override
        public void marshal(Object source, HierarchicalStreamWriter writer, MarshallingContext context) {
            super.marshal(((CopyOnWriteList<?>) source).getView(), writer, context);
        }

        @Override
        public Object unmarshal(HierarchicalStreamReader reader, UnmarshallingContext context) {
            List<Object> items = new ArrayList<>();
            populateCollection(reader, context, items);
            return new CopyOnWriteList<>(items);
        }
    }
}
