package io.jenkins.plugins.sagemaker.operation;

import java.util.List;
import java.util.Optional;

/**
 * Waits for the end of one of the {@link ListedJobs}; its state is the status seen last.
 *
 * @param reads whether the job has a log to follow
 */
record ListedOperation(String job, boolean reads) implements Operation<ListedJobs, String, String> {

    @Override
    public String name() {
        return "job " + job;
    }

    @Override
    public String begin() {
        return "";
    }

    @Override
    public Progress<String, String> advance(String state, ListedJobs jobs) throws RemoteException {
        String status = jobs.look(job);
        if (ListedJobs.isOver(status)) {
            return Progress.succeeded(status, List.of(status));
        }
        return status.equals(state) ? Progress.idle(state) : Progress.changed(status, List.of(status));
    }

    @Override
    public boolean cancel(String state, ListedJobs jobs) {
        jobs.stop(job);
        return true;
    }

    @Override
    public Optional<Watched> watched(String state, ListedJobs jobs) {
        return state.isEmpty() ? Optional.empty() : Optional.of(new Watched(jobs, job));
    }

    @Override
    public boolean follows(String state) {
        return reads;
    }

    @Override
    public Progress<String, String> follow(String state, ListedJobs jobs) {
        jobs.logReads++;
        return Progress.idle(state);
    }

    @Override
    public String describe(String state) {
        return "job " + job + ": " + state;
    }
}
