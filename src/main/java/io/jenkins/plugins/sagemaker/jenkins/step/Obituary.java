package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.console.HyperlinkNote;
import hudson.model.Run;
import io.jenkins.plugins.sagemaker.aws.Hyperlink;
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
 * Tells the log of a build that has ended, and the controller's own, what became of an operation that the build had left.
 *
 * @param build null if it has been deleted
 */
record Obituary(OperationOwner<?, ?> owner, Run<?, ?> build) implements OperationRun.Host {

    private static final Logger LOGGER = Logger.getLogger(Obituary.class.getName());

    @Override
    public void saved(Entry entry) {}

    @Override
    public void print(List<String> lines) {
        for (String line : lines) {
            LOGGER.log(Level.WARNING, "{0}: {1}", new Object[] {owner.build(), Hyperlink.plain(line)});
        }
        if (build instanceof FlowExecutionOwner.Executable flow && flow.asFlowExecutionOwner() != null) {
            append(flow.asFlowExecutionOwner(), lines);
        }
    }

    /** The build itself has closed its log and writes to it no more. */
    private static void append(FlowExecutionOwner ended, List<String> lines) {
        try (PrintStream log = LogStorage.of(ended).overallListener().getLogger()) {
            lines.forEach(line -> log.println(Hyperlink.render(line, HyperlinkNote::encodeTo)));
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
        Journals.delete(owner);
        LiveRuns.get().remove(owner);
    }
}
