package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.ExtensionList;
import hudson.model.Descriptor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.structs.SymbolLookup;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** What the Pipeline engine must know of a kind of step before it can call it: name, needs, block or not. */
public abstract class StepDescriptor extends Descriptor<Step> {

    /** The types that {@link StepContext#get} must answer, or else the call fails before the step starts. */
    public abstract Set<? extends Class<?>> getRequiredContext();

    /** The types that the step adds to the context of its block. */
    public Set<? extends Class<?>> getProvidedContext() {
        return Set.of();
    }

    /** The name by which a Jenkinsfile calls the step. */
    public abstract String getFunctionName();

    /** Whether the step is called with a block. */
    public boolean takesImplicitBlockArgument() {
        return false;
    }

    /** Whether user interfaces should list the step among the rare ones. */
    public boolean isAdvanced() {
        return false;
    }

    /** Whether the step merely wraps describables of another kind, which may then be called by their own symbol. */
    public boolean isMetaStep() {
        return false;
    }

    /** The kind of describables that a meta-step wraps; null where this is no meta-step. */
    public final @Nullable Class<?> getMetaStepArgumentType() {
        if (!isMetaStep()) {
            return null;
        }
        var first = new DescribableModel<>(clazz).getFirstRequiredParameter();
        return first == null ? Void.TYPE : first.getErasedType();
    }

    /** Builds the step from named arguments. */
    @Deprecated
    public Step newInstance(Map<String, Object> arguments) throws Exception {
        return new DescribableModel<>(clazz).instantiate(arguments);
    }

    /** The named arguments that would build an equal step. */
    @Deprecated
    public Map<String, Object> defineArguments(Step step) throws UnsupportedOperationException {
        return uninstantiate(step).toMap();
    }

    /** The arguments, still as describables without a class, that would build an equal step. */
    @Deprecated
    public UninstantiatedDescribable uninstantiate(Step step) throws UnsupportedOperationException {
        return DescribableModel.uninstantiate2_(step);
    }

    /** Fails where something of {@link #getRequiredContext} is not there. */
    public final void checkContextAvailability(StepContext c)
            throws MissingContextVariableException, IOException, InterruptedException {
        for (Class<?> type : getRequiredContext()) {
            if (c.get(type) == null) {
                throw new MissingContextVariableException(type, this);
            }
        }
    }

    /** All kinds of steps that are installed. */
    public static ExtensionList<StepDescriptor> all() {
        return ExtensionList.lookup(StepDescriptor.class);
    }

    /** All meta-steps whose argument type is of any use. */
    public static Iterable<StepDescriptor> allMeta() {
        List<StepDescriptor> meta = new ArrayList<>();
        for (StepDescriptor d : all()) {
            Class<?> type = d.getMetaStepArgumentType();
            if (type != null && type != Object.class && type != Void.TYPE) {
                meta.add(d);
            }
        }
        return meta;
    }

    /** The kind of step of that name; null where there is none. */
    public static @Nullable StepDescriptor byFunctionName(String name) {
        for (StepDescriptor d : all()) {
            if (d.getFunctionName().equals(name)) {
                return d;
            }
        }
        return null;
    }

    /** The meta-steps that can carry the describable of that symbol. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static @NonNull List<StepDescriptor> metaStepsOf(String symbol) {
        List<StepDescriptor> found = new ArrayList<>();
        for (StepDescriptor d : allMeta()) {
            if (SymbolLookup.get().findDescriptor((Class) d.getMetaStepArgumentType(), symbol) != null) {
                found.add(d);
            }
        }
        return found;
    }

    /** A short form of the arguments for people; null where there is none. Must never show a secret. */
    @CheckForNull
    public String argumentsToString(@NonNull Map<String, Object> namedArgs) {
        if (namedArgs.size() != 1) {
            return null;
        }
        Object only = namedArgs.values().iterator().next();
        boolean plain = only instanceof CharSequence
                || only instanceof Number
                || only instanceof Boolean
                || only instanceof Enum<?>;
        return plain ? only.toString() : null;
    }
}
