package io.jenkins.plugins.sagemaker.operation;

import io.jenkins.plugins.sagemaker.operation.Journal.Entry;
import io.jenkins.plugins.sagemaker.operation.OperationRun.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A build that outlives its controllers: its log and journal stay, its run object does not. */
final class Build implements Journal, OperationRun.Host {

    /** Thrown where a controller dies. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("the controller is gone");
        }
    }

    final VirtualScheduler scheduler = new VirtualScheduler();
    final RemoteJob job = new RemoteJob();
    final List<String> log = new ArrayList<>();
    final List<End> ends = new ArrayList<>();
    Limits limits = new Limits(null, false);
    OperationRun<RemoteJob, Integer> run;
    Entry journal;

    /** When to die: before an entry is written, after it, or in the middle of printing. */
    Predicate<Entry> crashBeforeWrite = e -> false;

    Predicate<Entry> crashAfterWrite = e -> false;
    int crashBeforeLine = -1;

    /** What happens while the journal is being read. */
    Runnable whileReading = () -> {};

    void start() {
        newRun().start();
    }

    /** The controller comes back. */
    void resume() {
        newRun().resume(null);
    }

    /** The controller comes back, and nobody wants the operation any more. */
    void resumeAndStop(String reason) {
        newRun().resumeAndStop(null, reason);
    }

    /** The controller dies with all that it was about to do. */
    void die() {
        run.close();
        scheduler.forgetEverything();
    }

    private OperationRun<RemoteJob, Integer> newRun() {
        run = new OperationRun<>(new JobOperation(), this, scheduler, () -> job, this, limits);
        return run;
    }

    @Override
    public void write(Entry entry) throws IOException {
        dieIf(crashBeforeWrite.test(entry));
        journal = entry;
        dieIf(crashAfterWrite.test(entry));
    }

    @Override
    public Optional<Entry> read() {
        whileReading.run();
        return Optional.ofNullable(journal);
    }

    @Override
    public void saved(Entry entry) {}

    @Override
    public void print(List<String> lines) {
        for (String line : lines) {
            dieIf(log.size() == crashBeforeLine);
            log.add(line);
        }
    }

    @Override
    public long printed() {
        return log.size();
    }

    @Override
    public void ended(End end) {
        ends.add(end);
    }

    private void dieIf(boolean now) {
        if (now) {
            crashBeforeWrite = e -> false;
            crashAfterWrite = e -> false;
            crashBeforeLine = -1;
            die();
            throw new Crash();
        }
    }
}
