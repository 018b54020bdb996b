package hudson.model;

import hudson.model.Queue.Executable;
import hudson.security.ACL;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.LabAuthentication;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Power;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.SessionTime;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Threads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.CauseOfInterruption;
import jenkins.model.InterruptedBuildAction;
import jenkins.model.Jenkins;
import jenkins.model.queue.AsynchronousExecution;

/** The thread that runs a build, or stands for it while it runs asynchronously. */
public class Executor extends Thread implements ModelObject {
    private static final Logger LOGGER = Logger.getLogger(Executor.class.getName());

    protected final Computer owner;
    private final int number;
    private volatile Executable executable;
    private volatile Consumer<Throwable> onEnd = problem -> {};
    private volatile AsynchronousExecution asynchronousExecution;
    private Result interruptStatus;
    private final List<CauseOfInterruption> causes = new ArrayList<>();

    public Executor(Computer owner, int n) {
        super("Executor #" + n + " for " + owner.getDisplayName());
        this.owner = owner;
        this.number = n;
        setDaemon(true);
    }

    /**
     * Runs something on an executor of its own, not counted among a node's slots.
     *
     * @param end told once it is over, with what it threw or null
     */
    public static Executor labRun(Computer owner, Executable work, Consumer<Throwable> end) {
        Executor executor = new Executor(owner, -1);
        executor.executable = work;
        executor.onEnd = end;
        owner.labAdd(executor);
        executor.setName("Executing " + work);
        Threads.track(executor);
        executor.labStart();
        return executor;
    }

    private void labStart() {
        SessionTime.get().begins();
        super.start();
    }

    @Override
    public void run() {
        SessionTime time = SessionTime.get();
        try {
            labWork();
        } finally {
            time.ends();
        }
    }

    private void labWork() {
        LabAuthentication.become(ACL.SYSTEM2);
        Throwable problem = null;
        try {
            executable.run();
        } catch (AsynchronousExecution x) {
            boolean interruptedBefore;
            x.setExecutorWithoutCompleting(this);
            synchronized (this) {
                asynchronousExecution = x;
                interruptedBefore = interruptStatus != null;
            }
            x.maybeComplete();
            if (interruptedBefore) {
                x.interrupt(false);
            }
            return;
        } catch (Power.Cut e) {
            return;
        } catch (RuntimeException | Error e) {
            LOGGER.log(Level.SEVERE, e, () -> getName() + ": unexpected exception");
            problem = e;
        }
        completedAsynchronous(problem);
    }

    /** The work is over. */
    public void completedAsynchronous(Throwable error) {
        owner.labRemove(this);
        asynchronousExecution = null;
        onEnd.accept(error);
    }

    @Override
    public void interrupt() {
        if (Thread.currentThread() == this) {
            super.interrupt();
        } else {
            interrupt(Result.ABORTED);
        }
    }

    public void interrupt(Result result) {
        User user = User.current();
        if (user == null) {
            interrupt(result, new CauseOfInterruption[0]);
        } else {
            interrupt(result, new CauseOfInterruption.UserInterruption(user));
        }
    }

    public void interrupt(Result result, CauseOfInterruption... causes) {
        AsynchronousExecution asynchronous;
        synchronized (this) {
            interruptStatus = result;
            for (CauseOfInterruption c : causes) {
                if (!this.causes.contains(c)) {
                    this.causes.add(c);
                }
            }
            asynchronous = asynchronousExecution;
        }
        if (asynchronous != null) {
            asynchronous.interrupt(false);
        } else {
            super.interrupt();
        }
    }

    /** The result that the interruption asked for. */
    public synchronized Result abortResult() {
        Result r = interruptStatus;
        return r == null ? Result.ABORTED : r;
    }

    public synchronized Collection<CauseOfInterruption> getCausesOfInterruption() {
        return List.copyOf(causes);
    }

    public void recordCauseOfInterruption(Run<?, ?> build, TaskListener listener) {
        List<CauseOfInterruption> recorded;
        synchronized (this) {
            recorded = List.copyOf(causes);
            causes.clear();
        }
        if (!recorded.isEmpty()) {
            build.addAction(new InterruptedBuildAction(recorded));
            recorded.forEach(c -> c.print(listener));
        }
    }

    public Computer getOwner() {
        return owner;
    }

    public int getNumber() {
        return number;
    }

    @Override
    public String getDisplayName() {
        return "Executor #" + number;
    }

    public Executable getCurrentExecutable() {
        return executable;
    }

    public AsynchronousExecution getAsynchronousExecution() {
        return asynchronousExecution;
    }

    public boolean isBusy() {
        return executable != null;
    }

    public boolean isIdle() {
        return !isBusy();
    }

    public boolean hasStopPermission() {
        return true;
    }

    public static Executor currentExecutor() {
        return Thread.currentThread() instanceof Executor e ? e : null;
    }

    /** The executor at work on something, or null. */
    public static Executor of(Executable executable) {
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        if (jenkins == null) {
            return null;
        }
        for (Computer computer : jenkins.getComputers()) {
            for (Executor e : computer.getOneOffExecutors()) {
                if (e.executable == executable) {
                    return e;
                }
            }
        }
        return null;
    }
}
