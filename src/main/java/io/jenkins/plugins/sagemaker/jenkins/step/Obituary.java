package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.model.Run;
import io.jenkins.plugins.sagemaker.aws.Hyperlink;
import io.jenkins.plugins.sagemaker.jenkins.report.Outcome;
import io.jenkins.plugins.sagemaker.jenkins.report.OutlivingWork;
import io.jenkins.plugins.sagemaker.jenkins.report.OutlivingWorkMonitor;
import io.jenkins.plugins.sagemaker.jenkins.report.RemoteWork;
import io.jenkins.plugins.sagemaker.jenkins.report.SageMakerAction;
import io.jenkins.plugins.sagemaker.operation.End;
import io.jenkins.plugins.sagemaker.operation.Journal.Entry;
import io.jenkins.plugins.sagemaker.operation.OperationRun;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.log.LogStorage;

/**
 * Tells the log and the page of a build that has ended (null if it has been deleted), the administrator and the controller's own log what became
 * of an operation that the build had left.
 */
final class Obituary implements OperationRun.Host {

    private static final Logger LOGGER = Logger.getLogger(Obituary.class.getName());

    /** Lines for the controller's log where no build can take them: the log of a training has far more. */
    private static final int MOST_LINES = 100;

    private final OperationOwner<?, ?> owner;
    private final Run<?, ?> build;
    private Entry entry;
    private String lastWords = "";
    private int told;

    /** @param found the last entry of the journal */
    Obituary(OperationOwner<?, ?> owner, Run<?, ?> build, Entry found) {
        this.owner = owner;
        this.build = build;
        this.entry = found;
    }

    /** Tells of the operation as such, before anything is done about it. */
    void begin() {
        var place = owner.place(entry.state());
        String fate = owner.isLeftOnStop(entry.state()) ? "It is left running." : "It is being stopped.";
        OutlivingWorkMonitor.get()
                .found(new OutlivingWork(owner.build(), owner.node(), place.name(), place.url(), fate));
        String line = place.name() + " has outlived its build " + owner.build()
                + (place.url() == null ? "." : ": " + place.url());
        lastWords = line;
        LOGGER.warning(line);
        tell(List.of(line));
    }

    @Override
    public void saved(Entry saved) {
        entry = saved;
    }

    @Override
    public void print(List<String> lines) {
        for (String line : lines) {
            lastWords = line;
            boolean onlyHere = build == null && told++ < MOST_LINES;
            LOGGER.log(onlyHere ? Level.WARNING : Level.FINE, "{0}: {1}", new Object[] {
                owner.build(), Hyperlink.plain(line)
            });
        }
        tell(lines);
    }

    private void tell(List<String> lines) {
        if (build instanceof FlowExecutionOwner.Executable flow && flow.asFlowExecutionOwner() != null) {
            append(flow.asFlowExecutionOwner(), lines);
        }
    }

    /** The build itself has closed its log and writes to it no more. */
    private static void append(FlowExecutionOwner ended, List<String> lines) {
        try (PrintStream log = LogStorage.of(ended).overallListener().getLogger()) {
            lines.forEach(line -> log.println(StepLog.clickable(line)));
            if (log.checkError()) {
                throw new IOException("its log cannot be written");
            }
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "cannot print to the log of " + ended, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOGGER.log(Level.FINE, "the controller is shutting down", e);
        }
    }

    @Override
    public long printed() {
        return Long.MAX_VALUE; // the step's own log is closed, nothing is printed to it again
    }

    @Override
    public void ended(End end) {
        if (end instanceof End.Failed failed) {
            print(List.of(failed.reason()));
        }
        var work = new Reported(owner, entry.state(), end).work().outliving();
        LOGGER.log(Level.WARNING, "{0}: {1}: {2}", new Object[] {
            owner.build(), work.getName(), work.getOutcome().getWords()
        });
        if (work.getOutcome() == Outcome.STOPPED) {
            OutlivingWorkMonitor.get().settled(owner.build(), owner.node());
        } else {
            OutlivingWorkMonitor.get().told(owner.build(), owner.node(), Hyperlink.plain(lastWords));
        }
        show(work);
        Journals.delete(owner);
        LiveRuns.get().remove(owner);
    }

    private void show(RemoteWork work) {
        if (build != null && owner.isInAws()) {
            try {
                SageMakerAction.add(build, work);
            } catch (IOException e) {
                LOGGER.log(
                        Level.WARNING, "cannot show on the page of " + build + " what became of " + work.getName(), e);
            }
        }
    }
}
