package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Adds variables to the environment of the steps within a block. Serialized with the program. */
public abstract class EnvironmentExpander implements Serializable {

    private static final long serialVersionUID = 1L;

    public abstract void expand(@NonNull EnvVars env) throws IOException, InterruptedException;

    /** The names of the variables whose values are secret. */
    public @NonNull Set<String> getSensitiveVariables() {
        return Set.of();
    }

    /** Sets fixed values. */
    public static EnvironmentExpander constant(@NonNull Map<String, String> env) {
        return new Constant(new HashMap<>(env));
    }

    /** Applies both in turn. */
    public static EnvironmentExpander merge(
            @CheckForNull EnvironmentExpander original, @NonNull EnvironmentExpander subsequent) {
        return original == null ? subsequent : new Merged(original, subsequent);
    }

    @Deprecated
    public static @NonNull EnvVars getEffectiveEnvironment(
            @NonNull EnvVars customEnvironment,
            @CheckForNull EnvVars contextualEnvironment,
            @CheckForNull EnvironmentExpander expander)
            throws IOException, InterruptedException {
        return getEffectiveEnvironment(customEnvironment, contextualEnvironment, expander, null, TaskListener.NULL);
    }

    /** The environment that a step sees: the node's, overridden by the build's, changed by the blocks around it. */
    public static @NonNull EnvVars getEffectiveEnvironment(
            @NonNull EnvVars customEnvironment,
            @CheckForNull EnvVars contextualEnvironment,
            @CheckForNull EnvironmentExpander expander,
            @CheckForNull StepContext stepContext,
            @NonNull TaskListener listener)
            throws IOException, InterruptedException {
        var env = new EnvVars();
        if (contextualEnvironment != null) {
            env.putAll(contextualEnvironment);
        }
        env.putAll(customEnvironment);
        if (expander != null) {
            expander.expand(env);
        }
        return env;
    }

    private static final class Constant extends EnvironmentExpander {
        private static final long serialVersionUID = 1L;
        private final HashMap<String, String> values;

        Constant(HashMap<String, String> values) {
            this.values = values;
        }

        @Override
        public void expand(EnvVars env) {
            env.overrideAll(values);
        }
    }

    private static final class Merged extends EnvironmentExpander {
        private static final long serialVersionUID = 1L;
        private final EnvironmentExpander original;
        private final EnvironmentExpander subsequent;

        Merged(EnvironmentExpander original, EnvironmentExpander subsequent) {
            this.original = original;
            this.subsequent = subsequent;
        }

        @Override
        public void expand(EnvVars env) throws IOException, InterruptedException {
            original.expand(env);
            subsequent.expand(env);
        }

        @Override
        public Set<String> getSensitiveVariables() {
            Set<String> both = new HashSet<>(original.getSensitiveVariables());
            both.addAll(subsequent.getSensitiveVariables());
            return both;
        }
    }
}
