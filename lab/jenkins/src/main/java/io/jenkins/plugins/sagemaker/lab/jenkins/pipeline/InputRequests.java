package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;

/** Tells of questions that a build asks, so that the runner can ask the person before it. */
public final class InputRequests {

    private static final List<Consumer<InputStepExecution>> LISTENERS = new CopyOnWriteArrayList<>();

    private InputRequests() {}

    /** Told on a background thread of every question from now on; the answer removes the listener again. */
    public static Runnable listen(Consumer<InputStepExecution> listener) {
        LISTENERS.add(listener);
        return () -> LISTENERS.remove(listener);
    }

    /** Called by the step that asks. */
    public static void posted(InputStepExecution question) {
        for (Consumer<InputStepExecution> listener : LISTENERS) {
            PipelineThreads.get().background().execute(() -> listener.accept(question));
        }
    }
}
