package org.jenkinsci.plugins.structs.describable;

import hudson.model.TaskListener;
import hudson.util.Secret;
import java.io.Serial;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A describable as it is written: its symbol or class, and its arguments. */
public class UninstantiatedDescribable implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    public static final String ANONYMOUS_KEY = "<anonymous>";

    private String symbol;
    private String klass;
    private final Map<String, ?> arguments;
    private DescribableModel model;

    public UninstantiatedDescribable(String symbol, String klass, Map<String, ?> arguments) {
        this.symbol = symbol;
        this.klass = klass;
        this.arguments = arguments;
    }

    public UninstantiatedDescribable(Map<String, ?> arguments) {
        this(null, null, arguments);
    }

    public UninstantiatedDescribable withArguments(Map<String, ?> arguments) {
        UninstantiatedDescribable copy = new UninstantiatedDescribable(symbol, klass, arguments);
        copy.model = model;
        return copy;
    }

    public String getSymbol() {
        return symbol;
    }

    public void setSymbol(String symbol) {
        this.symbol = symbol;
    }

    public String getKlass() {
        return klass;
    }

    public void setKlass(String klass) {
        this.klass = klass;
    }

    public DescribableModel getModel() {
        return model;
    }

    public void setModel(DescribableModel model) {
        this.model = model;
    }

    public Map<String, ?> getArguments() {
        return arguments;
    }

    /** Whether it can be written without naming its argument. */
    public boolean hasSoleRequiredArgument() {
        if (arguments.size() != 1 || model == null) {
            return false;
        }
        DescribableParameter sole = model.getSoleRequiredParameter();
        return sole != null && arguments.containsKey(sole.getName());
    }

    /** Maps all the way down. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = toShallowMap();
        map.replaceAll((name, value) -> deep(value));
        return map;
    }

    private static Object deep(Object value) {
        if (value instanceof UninstantiatedDescribable ud) {
            return ud.toMap();
        }
        if (value instanceof List<?> list) {
            List<Object> deep = new ArrayList<>(list.size());
            list.forEach(each -> deep.add(each instanceof UninstantiatedDescribable ud ? ud.toMap() : each));
            return deep;
        }
        return value;
    }

    public Map<String, Object> toShallowMap() {
        Map<String, Object> map = new TreeMap<>(arguments);
        if (klass != null) {
            map.put(DescribableModel.CLAZZ, klass);
        }
        return map;
    }

    public Object instantiate(TaskListener listener) throws Exception {
        return instantiate(model == null ? Object.class : model.getType(), listener);
    }

    public <T> T instantiate(Class<T> base, TaskListener listener) throws Exception {
        Class<?> c = DescribableModel.resolveClass(base, klass, symbol);
        return base.cast(DescribableModel.of(c).instantiate(arguments, listener));
    }

    public static UninstantiatedDescribable from(Object o) {
        return DescribableModel.uninstantiate2_(o);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof UninstantiatedDescribable that
                && Objects.equals(symbol, that.symbol)
                && Objects.equals(klass, that.klass)
                && arguments.equals(that.arguments);
    }

    @Override
    public int hashCode() {
        return Objects.hash(symbol, klass, arguments);
    }

    @Override
    public String toString() {
        return (symbol == null ? "" : "@" + symbol)
                + (klass == null ? "" : "$" + klass)
                + arguments.entrySet().stream()
                        .map(e -> e.getKey() + "=" + (e.getValue() instanceof Secret ? "****" : e.getValue()))
                        .collect(Collectors.joining(",", "(", ")"));
    }
}
