package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;

/** Finds what a class gives for the type parameter of an ancestor. */
public final class TypeArguments {
    private TypeArguments() {}

    /** The class given for the first type parameter of {@code ancestor}; Object where nothing is known. */
    public static Class<?> first(Class<?> from, Class<?> ancestor) {
        Type found = resolve(from, ancestor);
        return found instanceof ParameterizedType p ? erase(p.getActualTypeArguments()[0]) : Object.class;
    }

    private static Type resolve(Type from, Class<?> ancestor) {
        Class<?> raw = erase(from);
        if (raw == ancestor) {
            return from;
        }
        if (!ancestor.isAssignableFrom(raw)) {
            return null;
        }
        Type parent = raw.getGenericSuperclass();
        if (parent != null && ancestor.isAssignableFrom(erase(parent))) {
            return resolve(bind(parent, from, raw), ancestor);
        }
        for (Type each : raw.getGenericInterfaces()) {
            if (ancestor.isAssignableFrom(erase(each))) {
                return resolve(bind(each, from, raw), ancestor);
            }
        }
        return null;
    }

    private static Type bind(Type parent, Type from, Class<?> raw) {
        if (!(parent instanceof ParameterizedType p) || !(from instanceof ParameterizedType given)) {
            return parent;
        }
        Type[] arguments = p.getActualTypeArguments().clone();
        for (int i = 0; i < arguments.length; i++) {
            TypeVariable<?>[] variables = raw.getTypeParameters();
            for (int v = 0; v < variables.length; v++) {
                if (variables[v].equals(arguments[i])) {
                    arguments[i] = given.getActualTypeArguments()[v];
                }
            }
        }
        return new Bound((Class<?>) p.getRawType(), arguments);
    }

    /** The class behind a type. */
    public static Class<?> erase(Type type) {
        if (type instanceof Class<?> c) {
            return c;
        }
        if (type instanceof ParameterizedType p) {
            return (Class<?>) p.getRawType();
        }
        if (type instanceof TypeVariable<?> v) {
            return erase(v.getBounds()[0]);
        }
        if (type instanceof WildcardType w) {
            return erase(w.getUpperBounds()[0]);
        }
        if (type instanceof GenericArrayType a) {
            return erase(a.getGenericComponentType()).arrayType();
        }
        return Object.class;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Bound(Class<?> raw, Type[] arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.clone();
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public Type getOwnerType() {
            return raw.getDeclaringClass();
        }
    }
}
