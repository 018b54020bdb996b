package org.jenkinsci.plugins.structs.describable;

import hudson.ExtensionList;
import hudson.model.Descriptor;
import hudson.model.ParameterDefinition;
import hudson.model.ParameterValue;
import hudson.model.TaskListener;
import hudson.util.LogTaskListener;
import hudson.util.Secret;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.ConstructorNames;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.TypeArguments;
import java.beans.Introspector;
import java.io.Serial;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import jenkins.util.SystemProperties;
import org.jenkinsci.plugins.structs.SymbolLookup;
import org.kohsuke.stapler.DataBoundSetter;

/** How instances of a class are made from named arguments, and how they are written as such. */
public final class DescribableModel<T> implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    public static final String CLAZZ = "$class";
    static boolean STRICT_PARAMETER_CHECKING =
            SystemProperties.getBoolean(DescribableModel.class.getName() + ".STRICT_PARAMETER_CHECKING");

    private static final Logger LOGGER = Logger.getLogger(DescribableModel.class.getName());

    private final Class<T> type;
    private final transient Map<String, DescribableParameter> parameters = new LinkedHashMap<>();
    private final transient Constructor<T> constructor;
    private final transient List<String> constructorNames;

    /** @throws IllegalArgumentException if the class has no constructor for named arguments */
    public DescribableModel(Class<T> clazz) {
        this.type = clazz;
        this.constructor = ConstructorNames.constructor(clazz);
        this.constructorNames = ConstructorNames.of(constructor);
        Type[] types = constructor.getGenericParameterTypes();
        for (int i = 0; i < types.length; i++) {
            String name = constructorNames.get(i);
            parameters.put(name, new DescribableParameter(this, types[i], name, null));
        }
        parameters.putAll(optional());
    }

    public static <T> DescribableModel<T> of(Class<T> clazz) {
        return new DescribableModel<>(clazz);
    }

    private Map<String, DescribableParameter> optional() {
        Map<String, DescribableParameter> found = new TreeMap<>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Field f : c.getDeclaredFields()) {
                if (f.isAnnotationPresent(DataBoundSetter.class)) {
                    found.put(f.getName(), new DescribableParameter(this, f.getGenericType(), f.getName(), f));
                }
            }
            for (Method m : c.getDeclaredMethods()) {
                if (m.isAnnotationPresent(DataBoundSetter.class) && !m.isBridge()) {
                    if (!m.getName().startsWith("set") || m.getParameterCount() != 1) {
                        throw new IllegalStateException(m + " cannot be a @DataBoundSetter");
                    }
                    String name = Introspector.decapitalize(m.getName().substring(3));
                    found.put(name, new DescribableParameter(this, m.getGenericParameterTypes()[0], name, m));
                }
            }
        }
        return found;
    }

    static boolean isStruct(Class<?> c) {
        return ConstructorNames.isDataBound(c);
    }

    public Class<T> getType() {
        return type;
    }

    /** The mandatory ones in the constructor's order, then the optional ones by name. */
    public Collection<DescribableParameter> getParameters() {
        return Collections.unmodifiableCollection(parameters.values());
    }

    public DescribableParameter getParameter(String name) {
        return parameters.get(name);
    }

    private Stream<DescribableParameter> required() {
        return parameters.values().stream().filter(DescribableParameter::isRequired);
    }

    public boolean hasSingleRequiredParameter() {
        return getSoleRequiredParameter() != null;
    }

    public DescribableParameter getSoleRequiredParameter() {
        return required().count() == 1 ? getFirstRequiredParameter() : null;
    }

    public DescribableParameter getFirstRequiredParameter() {
        return required().findFirst().orElse(null);
    }

    public String getDisplayName() {
        for (Descriptor<?> d : ExtensionList.lookup(Descriptor.class)) {
            if (d.clazz == type) {
                return d.getDisplayName();
            }
        }
        return type.getSimpleName();
    }

    public boolean isDeprecated() {
        return type.isAnnotationPresent(Deprecated.class);
    }

    // From arguments to an object

    @Deprecated
    public T instantiate(Map<String, ?> arguments) {
        return instantiate(arguments, new LogTaskListener(LOGGER, Level.FINE));
    }

    /**
     * Makes an object.
     *
     * @param listener told of arguments that the class does not know; null for the log
     * @throws IllegalArgumentException if an argument is of the wrong kind, or the class refuses it
     */
    public T instantiate(Map<String, ?> arguments, TaskListener listener) throws IllegalArgumentException {
        TaskListener told = listener == null ? new LogTaskListener(LOGGER, Level.WARNING) : listener;
        CustomDescribableModel custom = CustomDescribableModel.of(type);
        Map<String, ?> given = custom == null ? arguments : custom.customInstantiate(copy(arguments));
        given = named(given);
        complain(given, told);
        try {
            Coercion coercion = new Coercion(told);
            T made = constructor.newInstance(constructorArguments(given, coercion));
            for (DescribableParameter p : parameters.values()) {
                if (!p.isRequired() && given.containsKey(p.getName())) {
                    p.set(made, coercion.coerce(p.place(), p.getRawType(), given.get(p.getName())));
                }
            }
            return made;
        } catch (Exception x) {
            throw refused(given, x);
        }
    }

    private IllegalArgumentException refused(Map<String, ?> given, Exception x) {
        if (given.values().stream().anyMatch(Secret.class::isInstance)) {
            return new IllegalArgumentException("Could not instantiate arguments for " + type.getName()
                    + " (not shown, as there are secrets among them)");
        }
        return new IllegalArgumentException("Could not instantiate " + given + " for " + type.getName() + ": " + x, x);
    }

    private static Map<String, Object> copy(Map<?, ?> m) {
        Map<String, Object> copy = new LinkedHashMap<>();
        m.forEach((key, value) -> {
            Object v = value;
            if (v instanceof UninstantiatedDescribable ud) {
                v = ud.withArguments(copy(ud.getArguments()));
            } else if (v instanceof Map<?, ?> map) {
                v = copy(map);
            }
            copy.put((String) key, v);
        });
        return copy;
    }

    private Map<String, ?> named(Map<String, ?> given) {
        if (!given.containsKey(UninstantiatedDescribable.ANONYMOUS_KEY)) {
            return given;
        }
        if (given.size() != 1) {
            throw new IllegalArgumentException(
                    "All arguments have to be named but it has " + UninstantiatedDescribable.ANONYMOUS_KEY);
        }
        DescribableParameter sole = getSoleRequiredParameter();
        if (sole == null) {
            throw new IllegalArgumentException("Arguments to " + type + " have to be explicitly named");
        }
        return Collections.singletonMap(sole.getName(), given.get(UninstantiatedDescribable.ANONYMOUS_KEY));
    }

    private void complain(Map<String, ?> given, TaskListener listener) {
        Set<String> unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(parameters.keySet());
        if (unknown.isEmpty()) {
            return;
        }
        String message = "WARNING: Unknown parameter(s) found for class type '" + type.getName() + "': "
                + String.join(",", unknown);
        if (STRICT_PARAMETER_CHECKING) {
            throw new IllegalArgumentException(message);
        }
        listener.getLogger().println(message);
    }

    private Object[] constructorArguments(Map<String, ?> given, Coercion coercion) throws Exception {
        Type[] types = constructor.getGenericParameterTypes();
        Object[] args = new Object[types.length];
        for (int i = 0; i < args.length; i++) {
            String name = constructorNames.get(i);
            Object value = given.get(name);
            args[i] = value == null
                    ? Coercion.missing(types[i])
                    : coercion.coerce(type.getName() + "." + name, types[i], value);
        }
        return args;
    }

    static Type element(Type collection) {
        return collection instanceof java.lang.reflect.ParameterizedType p && p.getActualTypeArguments().length == 1
                ? p.getActualTypeArguments()[0]
                : TypeArguments.first(TypeArguments.erase(collection), Collection.class);
    }

    static Class<?> resolveClass(Class<?> base, String name, String symbol) throws ClassNotFoundException {
        if (name != null) {
            return byName(base, name);
        }
        if (symbol != null) {
            return bySymbol(base, symbol);
        }
        if (Modifier.isAbstract(base.getModifiers())) {
            throw new UnsupportedOperationException("must specify " + CLAZZ + " with an implementation of " + base);
        }
        return base;
    }

    private static Class<?> byName(Class<?> base, String name) throws ClassNotFoundException {
        if (name.contains(".")) {
            return Class.forName(name, true, Jenkins.get().getPluginManager().uberClassLoader);
        }
        List<Class<?>> fitting = findSubtypes(base).stream()
                .filter(c -> c.getSimpleName().equals(name))
                .toList();
        if (fitting.isEmpty()) {
            throw new UnsupportedOperationException("no known implementation of " + base + " is named " + name);
        }
        if (fitting.size() > 1) {
            throw new UnsupportedOperationException(name + " as a " + base + " could mean either "
                    + fitting.get(0).getName() + " or " + fitting.get(1).getName());
        }
        return fitting.get(0);
    }

    private static Class<?> bySymbol(Class<?> base, String symbol) {
        Descriptor<?> d = SymbolLookup.get().findDescriptor(base, symbol);
        if (d != null) {
            return d.clazz;
        }
        if (base == ParameterValue.class) {
            Descriptor<?> definition = SymbolLookup.get().findDescriptor(ParameterDefinition.class, symbol);
            Class<?> value = definition == null ? null : valueClass(definition.clazz);
            if (value != null) {
                return value;
            }
        }
        throw new UnsupportedOperationException(
                "no known implementation of " + base + " is using symbol ‘" + symbol + "’");
    }

    private static Class<?> valueClass(Class<?> definition) {
        try {
            return Class.forName(
                    definition.getName().replaceFirst("Definition$", "Value"), true, definition.getClassLoader());
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    static Set<Class<?>> findSubtypes(Class<?> supertype) {
        Set<Class<?>> found = new HashSet<>();
        for (Descriptor<?> d : ExtensionList.lookup(Descriptor.class)) {
            if (supertype.isAssignableFrom(d.clazz)) {
                found.add(d.clazz);
            }
        }
        if (supertype == ParameterValue.class) {
            findSubtypes(ParameterDefinition.class).stream()
                    .map(DescribableModel::valueClass)
                    .filter(Objects::nonNull)
                    .forEach(found::add);
        }
        return found;
    }

    static String symbolOf(Object o) {
        return SymbolLookup.getSymbolValue(o).stream().findFirst().orElse(null);
    }

    // From an object to arguments

    @Deprecated
    public Map<String, Object> uninstantiate(T o) {
        return uninstantiate2(o).toMap();
    }

    @Deprecated
    public static Map<String, Object> uninstantiate_(Object o) {
        return uninstantiate2_(o).toMap();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public static UninstantiatedDescribable uninstantiate2_(Object o) {
        return new DescribableModel(o.getClass()).uninstantiate2(o);
    }

    /** What has to be written for an object like this one: values that it would have anyway are left out. */
    public UninstantiatedDescribable uninstantiate2(T o) {
        if (!type.isInstance(o)) {
            throw new IllegalArgumentException(
                    "Expected " + type + " but got " + (o == null ? "null" : "an instance of " + o.getClass()));
        }
        Map<String, Object> all = new TreeMap<>();
        Map<String, Object> mandatory = new TreeMap<>();
        Map<String, Object> current = new TreeMap<>();
        for (DescribableParameter p : parameters.values()) {
            Object v = p.inspect(o);
            if (p.isRequired() && v == null) {
                continue;
            }
            all.put(p.getName(), v);
            if (p.isRequired()) {
                mandatory.put(p.getName(), v);
            }
            if (!p.isDeprecated()) {
                current.put(p.getName(), v);
            }
        }
        dropDefaults(all, control(mandatory), p -> !p.isRequired());
        current.keySet().retainAll(all.keySet());
        if (!current.keySet().equals(all.keySet())) {
            dropDefaults(all, control(current), DescribableParameter::isDeprecated);
        }
        UninstantiatedDescribable written = new UninstantiatedDescribable(symbolOf(o), null, all);
        written.setModel(this);
        CustomDescribableModel custom = CustomDescribableModel.of(type);
        return custom == null ? written : custom.customUninstantiate(written.withArguments(copy(all)));
    }

    private T control(Map<String, Object> arguments) {
        try {
            return instantiate(arguments, null);
        } catch (RuntimeException x) {
            LOGGER.log(Level.WARNING, x, () -> "Cannot create control version of " + type);
            return null;
        }
    }

    private void dropDefaults(
            Map<String, Object> values, T control, java.util.function.Predicate<DescribableParameter> which) {
        if (control == null) {
            return;
        }
        for (DescribableParameter p : parameters.values()) {
            if (which.test(p)
                    && values.containsKey(p.getName())
                    && Objects.equals(p.inspect(control), values.get(p.getName()))) {
                values.remove(p.getName());
            }
        }
    }

    @Serial
    private Object writeReplace() {
        return new SerializedForm(type);
    }

    private record SerializedForm(Class<?> type) implements Serializable {
        @Serial
        private Object readResolve() {
            return of(type);
        }
    }

    @Override
    public String toString() {
        return "("
                + String.join(
                        ", ", parameters.values().stream().map(Object::toString).toList()) + ")";
    }
}
