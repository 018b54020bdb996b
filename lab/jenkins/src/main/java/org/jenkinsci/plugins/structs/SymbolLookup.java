package org.jenkinsci.plugins.structs;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.ParameterValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import jenkins.model.Jenkins;
import org.jenkinsci.Symbol;
import org.jvnet.hudson.annotation_indexer.Index;

/** Finds what goes by a symbol, in the index that annotation-indexer wrote at compile time. */
@Extension
public class SymbolLookup {
    public static SymbolLookup get() {
        return ExtensionList.lookupSingleton(SymbolLookup.class);
    }

    private static Iterable<Class<?>> indexed() {
        try {
            Set<Class<?>> classes = new LinkedHashSet<>();
            for (Class<?> c : Index.list(Symbol.class, Jenkins.get().getPluginManager().uberClassLoader, Class.class)) {
                classes.add(c);
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException("The index of symbols cannot be read", e);
        }
    }

    private static boolean called(Class<?> c, String symbol) {
        Symbol s = c.getAnnotation(Symbol.class);
        return s != null && Arrays.asList(s.value()).contains(symbol);
    }

    /** The extension of a type with that symbol, or null. */
    public <T> T find(Class<T> type, String symbol) {
        for (Class<?> c : indexed()) {
            if (type.isAssignableFrom(c) && called(c, symbol)) {
                return type.cast(ExtensionList.lookupSingleton(c));
            }
        }
        return null;
    }

    /** The descriptor with that symbol of something that is a {@code type}, or null. */
    public Descriptor<?> findDescriptor(Class<?> type, String symbol) {
        for (Class<?> c : indexed()) {
            if (Descriptor.class.isAssignableFrom(c) && called(c, symbol)) {
                Descriptor<?> d = Jenkins.get().getDescriptorByType(c.asSubclass(Descriptor.class));
                if (d != null && type.isAssignableFrom(d.clazz)) {
                    return d;
                }
            }
        }
        return null;
    }

    public static Set<String> getSymbolValue(Object o) {
        return getSymbolValue(o instanceof Describable<?> d ? d.getDescriptor().getClass() : o.getClass());
    }

    /** The symbols of a describable's descriptor, or of the class itself; the first is the one to write. */
    public static Set<String> getSymbolValue(Class<?> c) {
        Jenkins j = Jenkins.getInstanceOrNull();
        if (j != null && Describable.class.isAssignableFrom(c) && !Descriptor.class.isAssignableFrom(c)) {
            Descriptor<?> d = j.getDescriptor(c.asSubclass(Describable.class));
            return d == null ? Set.of() : getSymbolValue(d);
        }
        Symbol s = c.getAnnotation(Symbol.class);
        if (s != null) {
            return new LinkedHashSet<>(Arrays.asList(s.value()));
        }
        if (j != null && ParameterValue.class.isAssignableFrom(c)) {
            return ofDefinition(c);
        }
        return Set.of();
    }

    /** A parameter's value goes by the symbol of its definition. */
    private static Set<String> ofDefinition(Class<?> value) {
        String definition = value.getName().replaceFirst("Value$", "Definition");
        try {
            return getSymbolValue(Class.forName(definition, true, value.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return Set.of();
        }
    }
}
