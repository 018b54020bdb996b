package io.jenkins.plugins.sagemaker.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One of many builds that wait, with a journal in memory. */
final class WaitingBuild implements Journal, OperationRun.Host {

    final List<String> log = new ArrayList<>();
    final String job;
    final OperationRun<ListedJobs, String> run;
    End end;
    Instant endedAt;

    private final VirtualScheduler scheduler;
    private Entry journal;

    WaitingBuild(
            String job,
            boolean reads,
            ListedJobs jobs,
            VirtualScheduler scheduler,
            OperationRun.Limits limits,
            Watchers watchers) {
        this.job = job;
        this.scheduler = scheduler;
        run = new OperationRun<>(new ListedOperation(job, reads), this, scheduler, () -> jobs, this, limits, watchers);
    }

    /** The same build on the next controller. */
    WaitingBuild afterRestart(Watchers watchers, ListedJobs jobs) {
        var next = new WaitingBuild(job, false, jobs, scheduler, new OperationRun.Limits(null, false), watchers);
        next.journal = journal;
        next.log.addAll(log);
        next.run.resume(null);
        return next;
    }

    @Override
    public void write(Entry entry) {
        journal = entry;
    }

    @Override
    public Optional<Entry> read() {
        return Optional.ofNullable(journal);
    }

    @Override
    public void saved(Entry entry) {}

    @Override
    public void print(List<String> lines) {
        log.addAll(lines);
    }

    @Override
    public long printed() {
        return log.size();
    }

    @Override
    public void ended(End how) {
        end = how;
        endedAt = scheduler.now();
    }
}
