package org.jenkinsci.plugins.workflow.actions;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Map;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** The arguments that a step was called with, without secrets and without what is too large. */
public abstract class ArgumentsAction implements PersistentAction {

    /** Values longer than this many characters are not kept. */
    private static final int MAX_RETAINED_LENGTH = 1024;

    /** Why a value was not kept. */
    public enum NotStoredReason {
        OVERSIZE_VALUE,
        UNSERIALIZABLE,
        MASKED_VALUE
    }

    /** The arguments as kept, {@link NotStoredReason}s in place of those that were not. */
    protected abstract @NonNull Map<String, Object> getArgumentsInternal();

    public @NonNull Map<String, Object> getArguments() {
        return java.util.Collections.unmodifiableMap(getArgumentsInternal());
    }

    public static @NonNull Map<String, Object> getArguments(@NonNull FlowNode n) {
        ArgumentsAction action = n.getPersistentAction(ArgumentsAction.class);
        return action == null ? Map.of() : action.getArguments();
    }

    public @CheckForNull Object getArgumentValueOrReason(@NonNull String argumentName) {
        return getArgumentsInternal().get(argumentName);
    }

    public @CheckForNull Object getArgumentValue(@NonNull String argumentName) {
        Object value = getArgumentValueOrReason(argumentName);
        return value instanceof NotStoredReason ? null : value;
    }

    /** The arguments in one line for people; null where the step has nothing to say. */
    public static @CheckForNull String getStepArgumentsAsString(@CheckForNull FlowNode n) {
        if (n instanceof StepNode step) {
            StepDescriptor descriptor = step.getDescriptor();
            Map<String, Object> arguments = getArguments(n);
            if (descriptor != null && !arguments.isEmpty()) {
                return descriptor.argumentsToString(arguments);
            }
        }
        return null;
    }

    /** Whether the value, or something within it, is too large to be kept. */
    public static boolean isOversized(@CheckForNull Object o) {
        return o instanceof CharSequence text && text.length() > MAX_RETAINED_LENGTH;
    }

    public boolean isUnmodifiedArguments() {
        return getArgumentsInternal().values().stream().noneMatch(NotStoredReason.class::isInstance);
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return "Step arguments";
    }

    @Override
    public String getUrlName() {
        return "stepArguments";
    }
}
