package org.jenkinsci.plugins.workflow.cps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.ExtensionList;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.DynamicContext;

/** What the blocks around a step put into its context: one set a block, each knowing the set around it. */
final class ContextVariableSet implements Serializable {

    private static final long serialVersionUID = 1L;

    private final ContextVariableSet parent;
    private final ArrayList<Object> values;

    private ContextVariableSet(ContextVariableSet parent, List<Object> values) {
        this.parent = parent;
        this.values = new ArrayList<>(values);
    }

    /** The set of a block within another one. */
    static ContextVariableSet from(@CheckForNull ContextVariableSet parent, List<Object> overrides) {
        return overrides.isEmpty() ? parent : new ContextVariableSet(parent, overrides);
    }

    /** The innermost object of that type; null where no block put one in and no extension computes one. */
    static <T> T get(@CheckForNull ContextVariableSet set, Class<T> key) throws IOException, InterruptedException {
        T put = find(set, key);
        if (put != null) {
            return put;
        }
        for (DynamicContext dynamic : ExtensionList.lookup(DynamicContext.class)) {
            T computed = dynamic.get(key, new PutIn(set));
            if (computed != null) {
                return computed;
            }
        }
        return null;
    }

    private static <T> T find(ContextVariableSet set, Class<T> key) {
        for (ContextVariableSet s = set; s != null; s = s.parent) {
            for (Object value : s.values) {
                if (key.isInstance(value)) {
                    return key.cast(value);
                }
            }
        }
        return null;
    }

    private record PutIn(ContextVariableSet set) implements DynamicContext.DelegatedContext {
        @Override
        public <T> T get(Class<T> key) {
            return find(set, key);
        }
    }
}
