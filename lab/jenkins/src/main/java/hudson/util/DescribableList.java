package hudson.util;

import com.thoughtworks.xstream.converters.MarshallingContext;
import com.thoughtworks.xstream.converters.UnmarshallingContext;
import com.thoughtworks.xstream.converters.collections.CollectionConverter;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.io.HierarchicalStreamWriter;
import com.thoughtworks.xstream.mapper.Mapper;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Saveable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Describables of one kind, at most one of each class, saved with their owner. */
public class DescribableList<T extends Describable<T>, D extends Descriptor<T>> extends PersistedList<T> {
    public DescribableList(Saveable owner) {
        super(owner);
    }

    public DescribableList(Saveable owner, Collection<? extends T> initialList) {
        super(initialList);
        setOwner(owner);
    }

    public void replace(T item) throws IOException {
        data.removeIf(each -> each.getClass() == item.getClass());
        add(item);
    }

    /** Writes it as a plain collection; the owner has to be set again after reading. */
    public static class ConverterImpl extends CollectionConverter {
        public ConverterImpl(Mapper mapper) {
            super(mapper, DescribableList.class);
        }

        @Override
        public boolean canConvert(Class type) {
            return type != null && PersistedList.class.isAssignableFrom(type);
        }

        @Override
        public void marshal(Object source, HierarchicalStreamWriter writer, MarshallingContext context) {
            for (Object each : (PersistedList<?>) source) {
                writeCompleteItem(each, context, writer);
            }
        }

        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        public Object unmarshal(HierarchicalStreamReader reader, UnmarshallingContext context) {
            List<Object> items = new ArrayList<>();
            populateCollection(reader, context, items);
            return new DescribableList(Saveable.NOOP, items);
        }
    }
}
