package hudson.model;

import hudson.util.LogTaskListener;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Threads;
import java.io.IOException;
import java.util.logging.Level;

/** Periodic work that takes its time, in a thread of its own. */
public abstract class AsyncPeriodicWork extends PeriodicWork {
    public final String name;
    private Thread thread;

    protected AsyncPeriodicWork(String name) {
        this.name = name;
    }

    @Override
    protected final synchronized void doRun() {
        if (thread != null && thread.isAlive()) {
            logger.log(Level.WARNING, "{0} thread is still running. Execution aborted.", name);
            return;
        }
        thread = Threads.track(new Thread(
                () -> {
                    try (LogTaskListener listener = new LogTaskListener(logger, Level.FINE)) {
                        execute(listener);
                    } catch (IOException e) {
                        logger.log(Level.WARNING, "Failed to run " + name, e);
                    } catch (InterruptedException e) {
                        logger.log(Level.FINE, "{0} was interrupted", name);
                    }
                },
                name + " thread"));
        thread.setDaemon(true);
        thread.start();
    }

    protected abstract void execute(TaskListener listener) throws IOException, InterruptedException;
}
