package org.jenkinsci.plugins.workflow.steps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionPoint;
import java.io.IOException;

/** Answers contextual objects that are computed rather than put in by a block. */
public interface DynamicContext extends ExtensionPoint {

    /** The object of that type, computed from others; null where this extension has none. */
    @CheckForNull
    <T> T get(Class<T> key, DelegatedContext context) throws IOException, InterruptedException;

    /** Looks up other contextual objects. */
    interface DelegatedContext {
        @CheckForNull
        <T> T get(Class<T> key) throws IOException, InterruptedException;
    }

    /** Answers objects of one type. */
    abstract class Typed<T> implements DynamicContext {

        protected abstract @NonNull Class<T> type();

        protected abstract @CheckForNull T get(DelegatedContext context) throws IOException, InterruptedException;

        @Override
        public final <U> U get(Class<U> key, DelegatedContext context) throws IOException, InterruptedException {
            return key.isAssignableFrom(type()) ? key.cast(get(context)) : null;
        }
    }
}
