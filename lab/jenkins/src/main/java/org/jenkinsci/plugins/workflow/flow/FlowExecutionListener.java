package org.jenkinsci.plugins.workflow.flow;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import java.util.function.BiConsumer;

/** Told of the stages of life of every Pipeline execution. */
public abstract class FlowExecutionListener implements ExtensionPoint {

    public void onCreated(@NonNull FlowExecution execution) {}

    public void onRunning(@NonNull FlowExecution execution) {}

    public void onResumed(@NonNull FlowExecution execution) {}

    public void onCompleted(@NonNull FlowExecution execution) {}

    public static void fireCreated(@NonNull FlowExecution execution) {
        fire(FlowExecutionListener::onCreated, execution);
    }

    public static void fireRunning(@NonNull FlowExecution execution) {
        fire(FlowExecutionListener::onRunning, execution);
    }

    public static void fireResumed(@NonNull FlowExecution execution) {
        fire(FlowExecutionListener::onResumed, execution);
    }

    public static void fireCompleted(@NonNull FlowExecution execution) {
        fire(FlowExecutionListener::onCompleted, execution);
    }

    private static void fire(BiConsumer<FlowExecutionListener, FlowExecution> event, FlowExecution execution) {
        for (var listener : ExtensionList.lookup(FlowExecutionListener.class)) {
            event.accept(listener, execution);
        }
    }
}
