package org.jenkinsci.plugins.credentialsbinding;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;

/** Puts a credential into a single, secret variable. */
public abstract class Binding<C extends StandardCredentials> extends MultiBinding<C> {

    private final String variable;

    protected Binding(String variable, String credentialsId) {
        super(credentialsId);
        this.variable = variable;
    }

    public String getVariable() {
        return variable;
    }

    @Override
    public final Set<String> variables(@NonNull Run<?, ?> build) {
        return Set.of(variable);
    }

    public abstract SingleEnvironment bindSingle(
            @NonNull Run<?, ?> build,
            @Nullable FilePath workspace,
            @Nullable Launcher launcher,
            @NonNull TaskListener listener)
            throws IOException, InterruptedException;

    @Override
    public final MultiEnvironment bind(
            @NonNull Run<?, ?> build, FilePath workspace, Launcher launcher, @NonNull TaskListener listener)
            throws IOException, InterruptedException {
        SingleEnvironment single = bindSingle(build, workspace, launcher, listener);
        return new MultiEnvironment(Map.of(variable, single.value), single.unbinder);
    }

    /** The value of the variable, and how to clean up after it. */
    protected static final class SingleEnvironment implements Serializable {
        private static final long serialVersionUID = 1L;
        private final String value;
        private final Unbinder unbinder;

        public SingleEnvironment(String value) {
            this(value, new NullUnbinder());
        }

        public SingleEnvironment(String value, Unbinder unbinder) {
            this.value = value;
            this.unbinder = unbinder;
        }
    }
}
