package org.jenkinsci.plugins.workflow.steps;

/** Step executions written as a lambda. */
public class StepExecutions {

    private StepExecutions() {}

    /** Work that answers a value. */
    @FunctionalInterface
    public interface SynchronousBody {
        Object call(StepContext context) throws Exception;
    }

    /** Work that answers nothing. */
    @FunctionalInterface
    public interface SynchronousBodyVoid {
        void call(StepContext context) throws Exception;

        default SynchronousBody asReturn() {
            return context -> {
                call(context);
                return null;
            };
        }
    }

    /** Prepares the run of a step's block. */
    @FunctionalInterface
    public interface BlockBody {
        void call(StepContext context, BodyInvoker invoker) throws Exception;
    }

    /** Runs the work in the CPS thread. */
    public static StepExecution synchronous(StepContext context, SynchronousBody body) {
        return new InCpsThread(context, body);
    }

    /** Runs the work in the CPS thread. */
    public static StepExecution synchronousVoid(StepContext context, SynchronousBodyVoid body) {
        return synchronous(context, body.asReturn());
    }

    /** Runs the work on a background thread. */
    public static StepExecution synchronousNonBlocking(StepContext context, SynchronousBody body) {
        return new InBackground(context, body);
    }

    /** Runs the work on a background thread. */
    public static StepExecution synchronousNonBlockingVoid(StepContext context, SynchronousBodyVoid body) {
        return synchronousNonBlocking(context, body.asReturn());
    }

    /** Runs the block once and ends as it ends. */
    public static StepExecution block(StepContext context, BlockBody body) {
        return new AroundBlock(context, body);
    }

    private static final class InCpsThread extends SynchronousStepExecution<Object> {
        private static final long serialVersionUID = 1L;
        private final transient SynchronousBody body;

        InCpsThread(StepContext context, SynchronousBody body) {
            super(context);
            this.body = body;
        }

        @Override
        protected Object run() throws Exception {
            return body.call(getContext());
        }
    }

    private static final class InBackground extends SynchronousNonBlockingStepExecution<Object> {
        private static final long serialVersionUID = 1L;
        private final transient SynchronousBody body;

        InBackground(StepContext context, SynchronousBody body) {
            super(context);
            this.body = body;
        }

        @Override
        protected Object run() throws Exception {
            return body.call(getContext());
        }
    }

    private static final class AroundBlock extends StepExecution {
        private static final long serialVersionUID = 1L;
        private final transient BlockBody body;

        AroundBlock(StepContext context, BlockBody body) {
            super(context);
            this.body = body;
        }

        @Override
        public boolean start() throws Exception {
            var invoker = getContext().newBodyInvoker();
            body.call(getContext(), invoker);
            invoker.withCallback(BodyExecutionCallback.wrap(getContext())).start();
            return false;
        }
    }
}
