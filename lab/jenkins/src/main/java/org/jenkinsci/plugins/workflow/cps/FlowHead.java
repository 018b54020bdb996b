package org.jenkinsci.plugins.workflow.cps;

import com.cloudbees.groovy.cps.Outcome;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** The newest node of one branch. Written as its number; the execution keeps the heads themselves. */
final class FlowHead implements Serializable {

    private static final long serialVersionUID = 1L;

    private final int id;
    private final transient CpsFlowExecution execution;
    private transient FlowNode head;

    FlowHead(CpsFlowExecution execution, int id, FlowNode head) {
        this.execution = execution;
        this.id = id;
        this.head = head;
    }

    int getId() {
        return id;
    }

    CpsFlowExecution getExecution() {
        return execution;
    }

    FlowNode get() {
        return head;
    }

    /** A new branch that starts from here. */
    FlowHead fork() {
        return execution.addHead(head);
    }

    void setNewHead(FlowNode node) {
        moveTo(node);
        execution.announce(node);
    }

    /** Moves without telling anyone. */
    void moveTo(FlowNode node) {
        execution.nodes().add(node);
        head = node;
    }

    void markIfFail(Outcome outcome) {
        if (outcome.isFailure()) {
            head.addAction(new ErrorAction(outcome.getAbnormal()));
        }
    }

    private Object readResolve() {
        return ProgramStore.current().getFlowHead(id);
    }

    @Override
    public String toString() {
        return id + ":" + head;
    }
}
