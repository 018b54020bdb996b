package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import com.thoughtworks.xstream.converters.UnmarshallingContext;
import com.thoughtworks.xstream.converters.collections.CollectionConverter;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.mapper.Mapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps what List.of and Arrays.asList make, without opening the JDK's packages as Jenkins' start script does. */
public final class ImmutableLists extends CollectionConverter {
    public ImmutableLists(Mapper mapper) {
        super(mapper);
    }

    @Override
    public boolean canConvert(Class type) {
        return type != null
                && (type.getName().startsWith("java.util.ImmutableCollections$List")
                        || type.getName().equals("java.util.Arrays$ArrayList"));
    }

    @Override
    public Object unmarshal(HierarchicalStreamReader reader, UnmarshallingContext context) {
        List<Object> items = new ArrayList<>();
        boolean fixedSize = context.getRequiredType().getName().startsWith("java.util.Arrays");
        populateCollection(reader, context, items);
        return fixedSize ? java.util.Arrays.asList(items.toArray()) : Collections.unmodifiableList(items);
    }
}
