package io.jenkins.plugins.sagemaker.deployment;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.Progress.Pace;
import io.jenkins.plugins.sagemaker.operation.Progress.Waiting;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Drives a deployment as a controller would that crashes after every call and comes back with the state from its disk: each state is tried
 * twice, and only the second try counts.
 */
public final class Deployment {

    public final List<String> lines = new ArrayList<>();
    private final DeployOperation operation;
    private final Aws aws;
    private DeployState state;
    private Progress<DeployState, DeployResult> end;

    public Deployment(DeployRequest request, Aws aws) {
        this.operation = new DeployOperation(request);
        this.aws = aws;
        this.state = operation.begin();
    }

    /** Goes on until there is nothing to do but wait, or until AWS has trouble that passes. */
    public Deployment run() throws RemoteException, InterruptedException {
        for (int round = 0; end == null && round < 100; round++) {
            Progress<DeployState, DeployResult> progress;
            try {
                operation.advance(state, aws);
                progress = operation.advance(state, aws);
            } catch (RemoteException e) {
                if (e.kind() == Kind.THROTTLED || e.kind() == Kind.TRANSIENT) {
                    return this;
                }
                throw e;
            }
            lines.addAll(progress.lines());
            if (!(progress instanceof Waiting<DeployState, DeployResult> waiting)) {
                end = progress;
                return this;
            }
            boolean same = waiting.state().equals(state);
            state = throughDisk(waiting.state());
            if (same && waiting.pace() == Pace.LATER) {
                return this;
            }
        }
        return this;
    }

    public boolean cancel() throws RemoteException, InterruptedException {
        operation.cancel(state, aws);
        return operation.cancel(state, aws);
    }

    public String token() {
        return state.token();
    }

    String waitsFor() {
        return operation.describe(state);
    }

    public boolean isRunning() {
        return end == null;
    }

    public DeployResult result() {
        return ((Progress.Succeeded<DeployState, DeployResult>) end).result();
    }

    public String failure() {
        return ((Progress.Failed<DeployState, DeployResult>) end).reason();
    }

    private static DeployState throughDisk(DeployState state) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var out = new ObjectOutputStream(bytes)) {
                out.writeObject(state);
            }
            try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (DeployState) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
