package org.jenkinsci.plugins.workflow.cps;

import edu.umd.cs.findbugs.annotations.NonNull;
import groovy.lang.GroovyObjectSupport;
import hudson.EnvVars;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import jenkins.model.RunAction2;
import org.jenkinsci.plugins.workflow.support.actions.EnvironmentAction;

/** {@code env}: reads the environment of the running step; what is assigned holds for the rest of the build. */
public class EnvActionImpl extends GroovyObjectSupport
        implements EnvironmentAction.IncludingOverrides, RunAction2, Serializable {

    private static final long serialVersionUID = 1L;

    private final TreeMap<String, String> env = new TreeMap<>();
    private transient Run<?, ?> owner;

    /** The action of that build, made where it has none yet. */
    public static @NonNull EnvActionImpl forRun(@NonNull Run<?, ?> run) throws IOException {
        synchronized (run) {
            EnvActionImpl action = run.getAction(EnvActionImpl.class);
            if (action == null) {
                action = new EnvActionImpl();
                action.owner = run;
                run.addAction(action);
            }
            return action;
        }
    }

    @Override
    public @NonNull EnvVars getEnvironment() throws IOException, InterruptedException {
        EnvVars all = new EnvVars(owner.getEnvironment(TaskListener.NULL));
        all.overrideAll(env);
        return all;
    }

    @Override
    public @NonNull Map<String, String> getOverriddenEnvironment() {
        return Collections.unmodifiableMap(env);
    }

    @Override
    public String getProperty(String propertyName) {
        try {
            CpsThread thread = CpsThread.current();
            if (thread == null) {
                return getEnvironment().get(propertyName);
            }
            return thread.getExecution().environment(thread, getEnvironment()).get(propertyName);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("cannot read the environment of " + owner, e);
        }
    }

    @Override
    public void setProperty(String propertyName, Object newValue) {
        env.put(propertyName, String.valueOf(newValue));
        try {
            owner.save();
        } catch (IOException e) {
            throw new IllegalStateException("cannot write " + owner, e);
        }
    }

    @Override
    public void onAttached(Run<?, ?> r) {
        owner = r;
    }

    @Override
    public void onLoad(Run<?, ?> r) {
        owner = r;
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return null;
    }

    private Object writeReplace() {
        return ProgramStore.current() == null ? this : new OfTheBuild();
    }

    /** A program that holds {@code env} in a variable gets the build's own again. */
    private static final class OfTheBuild implements Serializable {
        private static final long serialVersionUID = 1L;

        private Object readResolve() throws IOException {
            return forRun(ProgramStore.current().build());
        }
    }

    /** Defines the name. */
    @Extension(ordinal = 99)
    public static class Binder extends GlobalVariable {

        @Override
        public @NonNull String getName() {
            return "env";
        }

        @Override
        public @NonNull EnvActionImpl getValue(@NonNull CpsScript script) throws Exception {
            return EnvActionImpl.forRun(script.$build());
        }
    }
}
