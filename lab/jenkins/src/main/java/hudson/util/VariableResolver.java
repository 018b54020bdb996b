package hudson.util;

import java.util.Map;

/** Knows the values of variables. */
public interface VariableResolver<V> {
    VariableResolver NONE = name -> null;

    V resolve(String name);

    /** Looks into a map. */
    class ByMap<V> implements VariableResolver<V> {
        private final Map<String, V> data;

        public ByMap(Map<String, V> data) {
            this.data = data;
        }

        @Override
        public V resolve(String name) {
            return data.get(name);
        }
    }
}
