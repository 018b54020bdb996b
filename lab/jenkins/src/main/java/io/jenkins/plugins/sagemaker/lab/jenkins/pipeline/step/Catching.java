package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.AbortException;
import hudson.Functions;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Runs a block and turns its failure into a result. */
final class Catching extends StepExecution {

    private static final long serialVersionUID = 1L;

    private final String message;
    private final Result buildResult;
    private final Result stageResult;
    private final boolean catchInterruptions;

    Catching(StepContext context, String message, Result buildResult, Result stageResult, boolean catchInterruptions) {
        super(context);
        this.message = message;
        this.buildResult = buildResult;
        this.stageResult = stageResult;
        this.catchInterruptions = catchInterruptions;
    }

    @Override
    public boolean start() {
        getContext().newBodyInvoker().withCallback(new Callback(this)).start();
        return false;
    }

    private static final class Callback extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;
        private final Catching step;

        Callback(Catching step) {
            this.step = step;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            context.onSuccess(null);
        }

        @Override
        public void onFailure(StepContext context, Throwable t) {
            boolean interruption = t instanceof FlowInterruptedException i && i.isActualInterruption();
            if (interruption && !step.catchInterruptions) {
                context.onFailure(t);
                return;
            }
            try {
                step.caught(context, t);
                context.onSuccess(null);
            } catch (IOException | InterruptedException e) {
                t.addSuppressed(e);
                context.onFailure(t);
            }
        }
    }

    private void caught(StepContext context, Throwable t) throws IOException, InterruptedException {
        TaskListener listener = context.get(TaskListener.class);
        Run<?, ?> run = context.get(Run.class);
        Result result = buildResult;
        if (t instanceof FlowInterruptedException interrupted) {
            result = interrupted.getResult().isWorseThan(buildResult) && interrupted.isActualInterruption()
                    ? interrupted.getResult()
                    : buildResult;
        }
        if (message != null) {
            listener.error(message);
        }
        if (t instanceof AbortException) {
            listener.error(t.getMessage());
        } else if (t instanceof FlowInterruptedException interrupted) {
            interrupted.handle(run, listener);
        } else {
            Functions.printStackTrace(t, listener.getLogger());
        }
        if (result.isWorseThan(Result.SUCCESS)) {
            run.setResult(result);
        }
        if (stageResult.isWorseThan(Result.SUCCESS)) {
            context.get(FlowNode.class).addAction(new WarningAction(stageResult).withMessage(message));
        }
    }
}
