package io.jenkins.plugins.sagemaker.operation;

import java.util.List;

/** An operation over a {@link RemoteJob}; its state is how many log lines it has read, or -1 before the job is there. */
record JobOperation() implements Operation<RemoteJob, Integer, String> {

    static final int LINES = 5;

    @Override
    public String name() {
        return "job";
    }

    @Override
    public Integer begin() {
        return -1;
    }

    @Override
    public Progress<Integer, String> advance(Integer state, RemoteJob job) throws RemoteException {
        if (state < 0) {
            if (job.created == 0) {
                job.create();
            }
            return Progress.changed(0, List.of("created"));
        }
        job.look();
        if (!job.running) {
            return Progress.failed("the job was stopped", List.of());
        }
        if (state == LINES) {
            return new Progress.Succeeded<>("done", List.of("slow", "late"), List.of("done"));
        }
        return Progress.changed(state + 1, List.of("line " + (state + 1)));
    }

    @Override
    public boolean cancel(Integer state, RemoteJob job) throws RemoteException {
        if (job.created == 0) {
            return false;
        }
        job.stop();
        return true;
    }

    @Override
    public String describe(Integer state) {
        return "line " + state;
    }
}
