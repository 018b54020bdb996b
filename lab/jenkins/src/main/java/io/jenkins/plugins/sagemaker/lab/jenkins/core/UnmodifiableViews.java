package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import com.thoughtworks.xstream.converters.Converter;
import com.thoughtworks.xstream.converters.MarshallingContext;
import com.thoughtworks.xstream.converters.UnmarshallingContext;
import com.thoughtworks.xstream.converters.collections.CollectionConverter;
import com.thoughtworks.xstream.converters.collections.MapConverter;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.io.HierarchicalStreamWriter;
import com.thoughtworks.xstream.mapper.Mapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps what Collections.unmodifiableX makes, without opening the JDK's packages as Jenkins' start script does. */
public final class UnmodifiableViews implements Converter {
    private final MapConverter maps;
    private final CollectionConverter collections;

    public UnmodifiableViews(Mapper mapper) {
        maps = new MapConverter(mapper, LinkedHashMap.class);
        collections = new CollectionConverter(mapper, ArrayList.class);
    }

    @Override
    public boolean canConvert(Class type) {
        return type != null && type.getName().startsWith("java.util.Collections$Unmodifiable");
    }

    @Override
    public void marshal(Object source, HierarchicalStreamWriter writer, MarshallingContext context) {
        if (source instanceof Map<?, ?> map) {
            maps.marshal(new LinkedHashMap<>(map), writer, context);
        } else {
            collections.marshal(new ArrayList<>((Collection<?>) source), writer, context);
        }
    }

    @Override
    public Object unmarshal(HierarchicalStreamReader reader, UnmarshallingContext context) {
        Class<?> type = context.getRequiredType();
        if (Map.class.isAssignableFrom(type)) {
            return Collections.unmodifiableMap((Map<?, ?>) maps.unmarshal(reader, context));
        }
        List<?> items = (List<?>) collections.unmarshal(reader, context);
        return Set.class.isAssignableFrom(type)
                ? Collections.unmodifiableSet(new LinkedHashSet<>(items))
                : Collections.unmodifiableList(items);
    }
}
