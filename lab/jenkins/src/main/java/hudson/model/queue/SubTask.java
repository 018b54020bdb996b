package hudson.model.queue;

import hudson.model.Label;
import hudson.model.Node;
import hudson.model.Queue.Executable;
import hudson.model.Queue.Task;
import hudson.model.ResourceActivity;
import java.io.IOException;
import jenkins.model.queue.ITask;

/** A part of a queued task. */
public interface SubTask extends ResourceActivity, ITask {
    default Label getAssignedLabel() {
        return null;
    }

    default Node getLastBuiltOn() {
        return null;
    }

    default long getEstimatedDuration() {
        return -1;
    }

    Executable createExecutable() throws IOException;

    default Task getOwnerTask() {
        return (Task) this;
    }

    default Executable getOwnerExecutable() {
        return null;
    }

    default Object getSameNodeConstraint() {
        return null;
    }
}
