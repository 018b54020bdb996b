package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionList;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Visits the running steps of all builds. */
public final class LiveSteps {

    private LiveSteps() {}

    /** Shows every running step to the visitor, on a background thread; the future ends when all were shown. */
    public static ListenableFuture<?> visit(Consumer<StepExecution> visitor) {
        SettableFuture<Void> done = SettableFuture.create();
        List<FlowExecution> executions = new ArrayList<>();
        FlowExecutionList.get().forEach(executions::add);
        PipelineThreads.get().background().execute(() -> {
            try {
                for (FlowExecution execution : executions) {
                    execution.getCurrentExecutions(false).get().forEach(visitor);
                }
                done.set(null);
            } catch (ExecutionException | InterruptedException | RuntimeException failure) {
                done.setException(failure);
            }
        });
        return done;
    }
}
