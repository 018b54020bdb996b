package org.jenkinsci.plugins.credentialsbinding;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import edu.umd.cs.findbugs.annotations.NonNull;
import edu.umd.cs.findbugs.annotations.Nullable;
import hudson.ExtensionPoint;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.credentialsbinding.impl.CredentialNotFoundException;

/** Puts a credential into environment variables for a while. */
public abstract class MultiBinding<C extends StandardCredentials> extends AbstractDescribableImpl<MultiBinding<C>>
        implements ExtensionPoint {

    private final String credentialsId;

    protected MultiBinding(String credentialsId) {
        this.credentialsId = credentialsId;
    }

    /** The kind of credential. */
    protected abstract Class<C> type();

    public final String getCredentialsId() {
        return credentialsId;
    }

    /** The names of the variables that hold secrets. */
    public Set<String> variables(@NonNull Run<?, ?> build) throws CredentialNotFoundException {
        return variables();
    }

    @Deprecated
    public Set<String> variables() {
        return Set.of();
    }

    public abstract MultiEnvironment bind(
            @NonNull Run<?, ?> build,
            @Nullable FilePath workspace,
            @Nullable Launcher launcher,
            @NonNull TaskListener listener)
            throws IOException, InterruptedException;

    /** The credential, tracked as used by the build. */
    protected final @NonNull C getCredentials(@NonNull Run<?, ?> build) throws CredentialNotFoundException {
        StandardCredentials any =
                CredentialsProvider.findCredentialById(credentialsId, StandardCredentials.class, build, List.of());
        if (any == null) {
            throw new CredentialNotFoundException("Could not find credentials entry with ID '" + credentialsId + "'");
        }
        CredentialsProvider.track(build, any);
        if (!type().isInstance(any)) {
            throw new CredentialNotFoundException("Credentials '" + credentialsId + "' is of type '"
                    + any.getClass().getSimpleName() + "' where '" + type().getSimpleName() + "' was expected");
        }
        return type().cast(any);
    }

    /** The variables of one binding, and how to clean up after it. */
    public static final class MultiEnvironment implements Serializable {
        private static final long serialVersionUID = 1L;
        private final LinkedHashMap<String, String> secretValues;
        private final LinkedHashMap<String, String> publicValues;
        private final Unbinder unbinder;

        public MultiEnvironment(Map<String, String> secretValues) {
            this(secretValues, Map.of(), new NullUnbinder());
        }

        public MultiEnvironment(Map<String, String> secretValues, Map<String, String> publicValues) {
            this(secretValues, publicValues, new NullUnbinder());
        }

        public MultiEnvironment(Map<String, String> secretValues, Unbinder unbinder) {
            this(secretValues, Map.of(), unbinder);
        }

        public MultiEnvironment(Map<String, String> secretValues, Map<String, String> publicValues, Unbinder unbinder) {
            this.secretValues = new LinkedHashMap<>(secretValues);
            this.publicValues = new LinkedHashMap<>(publicValues);
            this.unbinder = unbinder;
        }

        public Map<String, String> getSecretValues() {
            return secretValues;
        }

        public Map<String, String> getPublicValues() {
            return publicValues;
        }

        public Unbinder getUnbinder() {
            return unbinder;
        }
    }

    /** Cleans up after a binding. Written with the program. */
    public interface Unbinder extends Serializable {
        void unbind(
                @NonNull Run<?, ?> build,
                @Nullable FilePath workspace,
                @Nullable Launcher launcher,
                @NonNull TaskListener listener)
                throws IOException, InterruptedException;
    }

    /** Has nothing to clean up. */
    protected static final class NullUnbinder implements Unbinder {
        private static final long serialVersionUID = 1L;

        @Override
        public void unbind(Run<?, ?> build, FilePath workspace, Launcher launcher, TaskListener listener) {}
    }

    @Override
    public BindingDescriptor<C> getDescriptor() {
        @SuppressWarnings("unchecked")
        var descriptor = (BindingDescriptor<C>) super.getDescriptor();
        return descriptor;
    }
}
