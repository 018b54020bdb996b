package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import hudson.Extension;
import hudson.model.Action;
import hudson.model.Executor;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.StreamBuildListener;
import hudson.model.TopLevelItem;
import hudson.model.TopLevelItemDescriptor;
import hudson.model.listeners.RunListener;
import hudson.model.queue.QueueTaskFuture;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import jenkins.model.Jenkins;
import jenkins.model.ParameterizedJobMixIn.ParameterizedJob;

/** The smallest job: its builds run what the test gives it. */
public final class ProbeJob extends Job<ProbeJob, ProbeJob.ProbeRun>
        implements TopLevelItem, ParameterizedJob<ProbeJob, ProbeJob.ProbeRun> {
    private transient SortedMap<Integer, ProbeRun> runs;
    private transient Work work;

    ProbeJob(ItemGroup<?> parent, String name) {
        super(parent, name);
    }

    @Override
    protected synchronized SortedMap<Integer, ProbeRun> _getRuns() {
        if (runs == null) {
            runs = new TreeMap<>(Collections.reverseOrder());
            File[] folders = getBuildDir().listFiles(File::isDirectory);
            for (File each : folders == null ? new File[0] : folders) {
                try {
                    ProbeRun run = new ProbeRun(this, each);
                    runs.put(run.getNumber(), run);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return runs;
    }

    @Override
    protected void removeRun(ProbeRun run) {
        _getRuns().remove(run.getNumber());
    }

    ProbeJob does(Work work) {
        this.work = work;
        return this;
    }

    ProbeRun newRun(Action... actions) throws IOException {
        _getRuns();
        ProbeRun run = new ProbeRun(this);
        for (Action each : actions) {
            run.addAction(each);
        }
        run.save();
        runs.put(run.getNumber(), run);
        return run;
    }

    @Override
    public Queue.Executable createExecutable() throws IOException {
        return newRun();
    }

    @Override
    public boolean isBuildable() {
        return true;
    }

    @Override
    public QueueTaskFuture<ProbeRun> scheduleBuild2(int quietPeriod, Action... actions) {
        try {
            ProbeRun run = newRun(actions);
            Scheduled scheduled = new Scheduled(run);
            Executor.labRun(Jenkins.get().toComputer(), run, problem -> {
                if (problem == null) {
                    scheduled.complete(run);
                } else {
                    scheduled.completeExceptionally(problem);
                }
            });
            return scheduled;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Scheduled extends CompletableFuture<ProbeRun> implements QueueTaskFuture<ProbeRun> {
        private final ProbeRun run;

        Scheduled(ProbeRun run) {
            this.run = run;
        }

        @Override
        public Future<ProbeRun> getStartCondition() {
            return CompletableFuture.completedFuture(run);
        }

        @Override
        public ProbeRun waitForStart() {
            return run;
        }
    }

    /** One build. */
    public static final class ProbeRun extends Run<ProbeJob, ProbeRun> implements Queue.Executable {
        ProbeRun(ProbeJob job) throws IOException {
            super(job);
        }

        ProbeRun(ProbeJob job, File folder) throws IOException {
            super(job, folder);
        }

        @Override
        public void run() {
            onStartBuilding();
            try (StreamBuildListener listener = new StreamBuildListener(getLogFile(), StandardCharsets.UTF_8)) {
                RunListener.fireStarted(this, listener);
                Result outcome = Result.SUCCESS;
                try {
                    getParent().work.run(this, listener);
                } catch (InterruptedException e) {
                    outcome = getExecutor().abortResult();
                    getExecutor().recordCauseOfInterruption(this, listener);
                }
                setResult(outcome);
                RunListener.fireCompleted(this, listener);
                save();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                onEndBuilding();
            }
        }
    }

    /** What a build does. */
    interface Work {
        void run(ProbeRun run, StreamBuildListener listener) throws Exception;
    }

    /** The kind of item. */
    @Extension
    public static final class DescriptorImpl extends TopLevelItemDescriptor {
        @Override
        public TopLevelItem newInstance(ItemGroup parent, String name) {
            return new ProbeJob(parent, name);
        }
    }
}
