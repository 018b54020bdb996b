package hudson.model.listeners;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.TypeArguments;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Is told of the life of builds. */
public abstract class RunListener<R extends Run> implements ExtensionPoint {
    private static final Logger LOGGER = Logger.getLogger(RunListener.class.getName());

    public final Class<R> targetType;

    protected RunListener(Class<R> targetType) {
        this.targetType = targetType;
    }

    @SuppressWarnings("unchecked")
    protected RunListener() {
        Class<?> given = TypeArguments.first(getClass(), RunListener.class);
        this.targetType = (Class<R>) (given == Object.class ? Run.class : given);
    }

    public void onInitialize(R r) {}

    public void onStarted(R r, TaskListener listener) {}

    public void onCompleted(R r, TaskListener listener) {}

    public void onFinalized(R r) {}

    public void onDeleted(R r) {}

    private static void tell(Run<?, ?> r, Consumer<RunListener<Run>> event) {
        for (RunListener<Run> listener : all()) {
            if (listener.targetType.isInstance(r)) {
                try {
                    event.accept(listener);
                } catch (RuntimeException e) {
                    LOGGER.log(Level.WARNING, e, () -> "failed to send event to listener of " + listener.getClass());
                }
            }
        }
    }

    public static void fireInitialize(Run r) {
        tell(r, l -> l.onInitialize(r));
    }

    public static void fireStarted(Run r, TaskListener listener) {
        tell(r, l -> l.onStarted(r, listener));
    }

    public static void fireCompleted(Run r, TaskListener listener) {
        tell(r, l -> l.onCompleted(r, listener));
    }

    public static void fireFinalized(Run r) {
        tell(r, l -> l.onFinalized(r));
    }

    public static void fireDeleted(Run r) {
        tell(r, l -> l.onDeleted(r));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public static ExtensionList<RunListener> labAll() {
        return ExtensionList.lookup(RunListener.class);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public static ExtensionList<RunListener<Run>> all() {
        return (ExtensionList) labAll();
    }
}
