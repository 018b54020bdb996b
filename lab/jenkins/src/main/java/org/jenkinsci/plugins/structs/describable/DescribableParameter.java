package org.jenkinsci.plugins.structs.describable;

import hudson.model.Result;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.TypeArguments;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One property of a describable: mandatory if the constructor takes it, optional if a setter does. */
public final class DescribableParameter {
    private static final Logger LOGGER = Logger.getLogger(DescribableParameter.class.getName());

    private final DescribableModel<?> parent;
    private final Type rawType;
    private final String name;
    private final Member setter;

    DescribableParameter(DescribableModel<?> parent, Type type, String name, Member setter) {
        this.parent = parent;
        this.rawType = type;
        this.name = name;
        this.setter = setter;
        if (setter instanceof AccessibleObject accessible) {
            accessible.setAccessible(true);
        }
    }

    public String getName() {
        return name;
    }

    public String getCapitalizedName() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    public Type getRawType() {
        return rawType;
    }

    public Class getErasedType() {
        return TypeArguments.erase(rawType);
    }

    public boolean isRequired() {
        return setter == null;
    }

    public boolean isDeprecated() {
        return setter instanceof AccessibleObject accessible && accessible.isAnnotationPresent(Deprecated.class);
    }

    void set(Object owner, Object value) throws IllegalAccessException, InvocationTargetException {
        if (setter instanceof Field f) {
            f.set(owner, value);
        } else {
            ((Method) setter).invoke(owner, value);
        }
    }

    String place() {
        return setter.getDeclaringClass().getName() + "." + setter.getName() + (setter instanceof Method ? "()" : "");
    }

    /** The present value, in the form in which it would be written. */
    Object inspect(Object owner) {
        return written(value(owner), rawType);
    }

    /** Hook of the stand-in: the present value, in the form in which it would be written. */
    public Object labInspect(Object owner) {
        return inspect(owner);
    }

    private Object value(Object owner) {
        Class<?> type = parent.getType();
        try {
            for (Field f : type.getFields()) {
                if (f.getName().equals(name)) {
                    return f.get(owner);
                }
            }
            for (String prefix : List.of("get", "is")) {
                for (Method m : type.getMethods()) {
                    if (m.getName().equals(prefix + getCapitalizedName()) && m.getParameterCount() == 0) {
                        m.setAccessible(true);
                        return m.invoke(owner);
                    }
                }
            }
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new UnsupportedOperationException(e);
        }
        throw new UnsupportedOperationException("no public field ‘" + name + "’ (or getter method) found in " + type);
    }

    private static Object written(Object o, Type type) {
        Class<?> erased = TypeArguments.erase(type);
        if (o == null) {
            return null;
        }
        if (o instanceof Enum<?> e && erased.isEnum()) {
            return e.name();
        }
        if (o instanceof URL || o instanceof Result || o instanceof Character) {
            return erased.isInstance(o) || erased == char.class ? o.toString() : o;
        }
        if (o instanceof Object[] array) {
            return list(Arrays.asList(array), array.getClass().getComponentType());
        }
        if (o instanceof Collection<?> c && Collection.class.isAssignableFrom(erased)) {
            return list(c, DescribableModel.element(type));
        }
        return o.getClass().getName().startsWith("java.") ? o : struct(o, type, erased);
    }

    private static List<Object> list(Collection<?> c, Type element) {
        List<Object> list = new ArrayList<>(c.size());
        c.forEach(each -> list.add(written(each, element)));
        return list;
    }

    private static Object struct(Object o, Type type, Class<?> erased) {
        if (!DescribableModel.isStruct(o.getClass())) {
            return o;
        }
        try {
            UninstantiatedDescribable nested = DescribableModel.uninstantiate2_(o);
            if (type != o.getClass()) {
                Set<Class<?>> others = DescribableModel.findSubtypes(erased);
                long same = others.stream()
                        .filter(c -> c.getSimpleName().equals(o.getClass().getSimpleName()))
                        .count();
                nested.setKlass(same > 1 ? o.getClass().getName() : o.getClass().getSimpleName());
            }
            nested.setSymbol(DescribableModel.symbolOf(o));
            return nested;
        } catch (UnsupportedOperationException x) {
            LOGGER.log(Level.WARNING, x, () -> "failed to uncoerce " + o);
            return o;
        }
    }

    @Override
    public String toString() {
        return name + (isRequired() ? "" : "?") + (isDeprecated() ? "(deprecated)" : "") + ": "
                + getErasedType().getSimpleName();
    }
}
