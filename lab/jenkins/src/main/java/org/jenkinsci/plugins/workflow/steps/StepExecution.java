package org.jenkinsci.plugins.workflow.steps;

import com.google.common.base.Function;
import com.google.common.util.concurrent.ListenableFuture;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.LiveSteps;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.PipelineThreads;
import java.io.Serializable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One step while it runs. Its non-transient fields are what survives a restart. */
public abstract class StepExecution implements Serializable {

    private static final long serialVersionUID = 1L;

    private StepContext context;

    /** For frameworks that set the context themselves. */
    @Deprecated
    protected StepExecution() {}

    protected StepExecution(@NonNull StepContext context) {
        this.context = context;
    }

    /** How to talk to the build. */
    public StepContext getContext() {
        if (context == null) {
            throw new IllegalStateException("cannot access StepContext before the step is started");
        }
        return context;
    }

    /**
     * Starts the step, in the CPS thread: it must be quick.
     *
     * @return true where the step has already ended through its context; false where it goes on by itself
     */
    public abstract boolean start() throws Exception;

    /**
     * Asks the running step to end because of {@code cause}. Unless overridden, stops whatever runs in the block, or
     * ends the step with the cause where nothing runs there.
     */
    public void stop(@NonNull Throwable cause) throws Exception {
        getContext().onFailure(cause);
    }

    /** Called on the loaded step after a restart of Jenkins. Must be quick: it is called for all builds at startup. */
    public void onResume() {}

    /** What the step is doing now, in a few words; no I/O. */
    public @CheckForNull String getStatus() {
        return null;
    }

    /** {@link #getStatus}, given up after a while. */
    public final @CheckForNull String getStatusBounded(long timeout, TimeUnit unit) {
        Future<String> answer = PipelineThreads.get().background().submit(this::getStatus);
        try {
            return answer.get(timeout, unit);
        } catch (TimeoutException late) {
            answer.cancel(true);
            return "timed out";
        } catch (ExecutionException failed) {
            return failed.getCause().toString();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** Whether an orderly restart of Jenkins should wait for this step. */
    public boolean blocksRestart() {
        return false;
    }

    /** Applies the function to every running step of that type in every build. */
    public static <T extends StepExecution> ListenableFuture<?> applyAll(Class<T> type, Function<T, Void> f) {
        return acceptAll(type, f::apply);
    }

    /** Applies the function to every running step in every build. */
    public static ListenableFuture<?> applyAll(Function<StepExecution, Void> f) {
        return acceptAll(f::apply);
    }

    /** Shows every running step of that type in every build to the consumer. */
    public static <T extends StepExecution> ListenableFuture<?> acceptAll(Class<T> type, Consumer<T> f) {
        return acceptAll(execution -> {
            if (type.isInstance(execution)) {
                f.accept(type.cast(execution));
            }
        });
    }

    /** Shows every running step in every build to the consumer. */
    public static ListenableFuture<?> acceptAll(Consumer<StepExecution> f) {
        return LiveSteps.visit(f);
    }
}
