package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A step is called where something that it needs is not there: a workspace outside of {@code node}, for one. */
public class MissingContextVariableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Class<?> type;
    private final String functionName;

    @Deprecated
    public MissingContextVariableException(@NonNull Class<?> type) {
        this(type, null);
    }

    public MissingContextVariableException(@NonNull Class<?> type, StepDescriptor descriptor) {
        this.type = type;
        this.functionName = descriptor == null ? null : descriptor.getFunctionName();
    }

    public @NonNull Class<?> getType() {
        return type;
    }

    /** The kinds of steps whose block would provide what is missing. */
    public @NonNull List<StepDescriptor> getProviders() {
        List<StepDescriptor> providers = new ArrayList<>();
        for (StepDescriptor d : StepDescriptor.all()) {
            if (isIn(d.getProvidedContext()) && !isIn(d.getRequiredContext())) {
                providers.add(d);
            }
        }
        return providers;
    }

    private boolean isIn(Set<? extends Class<?>> types) {
        return types.stream().anyMatch(type::isAssignableFrom);
    }

    /** Worded as Jenkins words it, for people search the web for this sentence. */
    @Override
    public String getMessage() {
        String message = "Required context " + type + " is missing";
        List<String> providers =
                getProviders().stream().map(StepDescriptor::getFunctionName).toList();
        if (providers.isEmpty()) {
            return message;
        }
        String step = functionName == null ? "step" : functionName + " step";
        return message + "\nPerhaps you forgot to surround the " + step + " with a step that provides this, such as: "
                + String.join(", ", providers);
    }
}
