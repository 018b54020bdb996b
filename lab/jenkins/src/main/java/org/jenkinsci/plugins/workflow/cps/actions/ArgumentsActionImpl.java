package org.jenkinsci.plugins.workflow.cps.actions;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.actions.ArgumentsAction;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** The arguments of a step: secrets hidden, large or strange values left out. */
public class ArgumentsActionImpl extends ArgumentsAction {

    private final Map<String, Object> arguments = new LinkedHashMap<>();
    private final TreeSet<String> sensitiveVariables;

    private ArgumentsActionImpl(Set<String> sensitiveVariables) {
        this.sensitiveVariables = new TreeSet<>(sensitiveVariables);
    }

    /** Hook of the stand-in: what may be kept of the arguments of a step. */
    public static ArgumentsActionImpl labOf(Map<String, Object> arguments, StepContext context) {
        EnvVars env;
        Set<String> sensitive;
        try {
            EnvironmentExpander expander = context.get(EnvironmentExpander.class);
            sensitive = expander == null ? Set.of() : expander.getSensitiveVariables();
            env = sensitive.isEmpty() ? new EnvVars() : context.get(EnvVars.class);
        } catch (IOException | InterruptedException unknown) {
            throw new IllegalStateException("cannot tell secrets among the arguments of " + context, unknown);
        }
        var action = new ArgumentsActionImpl(sensitive);
        arguments.forEach((name, value) -> action.arguments.put(name, action.keep(value, env)));
        return action;
    }

    private Object keep(Object value, EnvVars env) {
        if (value instanceof CharSequence text) {
            String masked = text.toString();
            for (String variable : sensitiveVariables) {
                String secret = env.get(variable);
                if (secret != null && !secret.isEmpty()) {
                    masked = masked.replace(secret, "${" + variable + "}");
                }
            }
            return isOversized(masked) ? NotStoredReason.OVERSIZE_VALUE : masked;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> kept = new LinkedHashMap<>();
            map.forEach((key, element) -> kept.put(String.valueOf(key), keep(element, env)));
            return kept;
        }
        if (value instanceof List<?> list) {
            List<Object> kept = new ArrayList<>();
            list.forEach(element -> kept.add(keep(element, env)));
            return kept;
        }
        if (value instanceof UninstantiatedDescribable describable) {
            return keep(describable.toMap(), env);
        }
        boolean plain =
                value == null || value instanceof Number || value instanceof Boolean || value instanceof Enum<?>;
        return plain ? value : NotStoredReason.UNSERIALIZABLE;
    }

    @Override
    protected @NonNull Map<String, Object> getArgumentsInternal() {
        return arguments;
    }
}
