package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import com.thoughtworks.xstream.converters.ConversionException;
import com.thoughtworks.xstream.converters.Converter;
import com.thoughtworks.xstream.converters.MarshallingContext;
import com.thoughtworks.xstream.converters.UnmarshallingContext;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import com.thoughtworks.xstream.io.HierarchicalStreamWriter;

/** Claims the types that Jenkins does not write to its XML files, in order to refuse them. */
public final class RefusedTypes implements Converter {
    @Override
    public boolean canConvert(Class type) {
        return type != null && (type.isRecord() || !ClassFilters.allowed(type));
    }

    @Override
    public void marshal(Object source, HierarchicalStreamWriter writer, MarshallingContext context) {
        throw new ConversionException(reason(source.getClass()));
    }

    @Override
    public Object unmarshal(HierarchicalStreamReader reader, UnmarshallingContext context) {
        throw new ConversionException(reason(context.getRequiredType()));
    }

    private static String reason(Class<?> type) {
        return type.isRecord()
                ? "The record " + type.getName()
                        + " cannot be kept in an XML file: XStream 1.4.21 could not read it back; use a class"
                : "Jenkins refuses to keep a " + type.getName()
                        + " in an XML file; see https://www.jenkins.io/redirect/class-filter/";
    }
}
