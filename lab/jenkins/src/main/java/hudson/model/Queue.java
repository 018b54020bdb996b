package hudson.model;

import hudson.model.queue.SubTask;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import jenkins.console.WithConsoleUrl;
import jenkins.model.FullyNamedModelObject;
import jenkins.model.Jenkins;

/**
 * The build queue. Here a build starts as soon as it is asked for, so the queue only knows the types and whether something
 * still waits to be started.
 */
public class Queue {
    private final Set<Task> waiting = new CopyOnWriteArraySet<>();

    /** Made by {@link Jenkins} only. */
    public static Queue labNew() {
        return new Queue();
    }

    private Queue() {}

    public static Queue getInstance() {
        return Jenkins.get().getQueue();
    }

    /** Notes a task as waiting. */
    public void labEnter(Task task) {
        waiting.add(task);
    }

    /** Notes a task as started. */
    public void labLeave(Task task) {
        waiting.remove(task);
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    public boolean contains(Task t) {
        return waiting.contains(t);
    }

    /** Something that can be queued. */
    public interface Task extends FullyNamedModelObject, SubTask {
        String getName();

        @Override
        String getUrl();

        default void checkAbortPermission() {}

        default boolean isConcurrentBuild() {
            return false;
        }

        default Collection<? extends SubTask> getSubTasks() {
            return Set.of(this);
        }

        default String getAffinityKey() {
            return getUrl();
        }
    }

    /** What runs once a task has left the queue. */
    public interface Executable extends Runnable, WithConsoleUrl {
        SubTask getParent();

        default Executable getParentExecutable() {
            return null;
        }

        @Override
        void run();

        default long getEstimatedDuration() {
            return -1;
        }

        @Override
        String toString();
    }

    /** Runs on no executor slot of its own. */
    public interface FlyweightTask extends Task {}
}
