package org.jenkinsci.plugins.workflow.steps;

import com.google.common.util.concurrent.FutureCallback;
import java.io.Serializable;

/** Told of the start and the end of a step's block. Serializable, for the block may outlive this Jenkins. */
public abstract class BodyExecutionCallback implements Serializable {

    private static final long serialVersionUID = 1L;

    public void onStart(StepContext context) {}

    public abstract void onSuccess(StepContext context, Object result);

    public abstract void onFailure(StepContext context, Throwable t);

    /**
     * Ends something as the block ends.
     *
     * @throws IllegalArgumentException where the callback is not serializable
     */
    public static BodyExecutionCallback wrap(FutureCallback<Object> v) {
        return new Passing(v);
    }

    private static final class Passing extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;
        private final FutureCallback<Object> target;

        Passing(FutureCallback<Object> target) {
            if (!(target instanceof Serializable)) {
                throw new IllegalArgumentException(target.getClass() + " is not Serializable");
            }
            this.target = target;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            target.onSuccess(result);
        }

        @Override
        public void onFailure(StepContext context, Throwable t) {
            target.onFailure(t);
        }
    }

    /** A last piece of quick work after the block, before the step ends as the block did. */
    public abstract static class TailCall extends BodyExecutionCallback {

        private static final long serialVersionUID = 1L;

        protected abstract void finished(StepContext context) throws Exception;

        @Override
        public final void onSuccess(StepContext context, Object result) {
            try {
                finished(context);
            } catch (Exception failure) {
                context.onFailure(failure);
                return;
            }
            context.onSuccess(result);
        }

        @Override
        public final void onFailure(StepContext context, Throwable t) {
            try {
                finished(context);
            } catch (Exception failure) {
                t.addSuppressed(failure);
            }
            context.onFailure(t);
        }
    }
}
