package io.jenkins.plugins.sagemaker.endpointtest;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.Workspace;
import io.jenkins.plugins.sagemaker.deployment.FakeAws;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.Progress.Waiting;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;

/** Runs a test of an endpoint to its end; on request each round twice, of which only the second counts, as after a crash. */
final class Trial {

    final List<String> lines = new ArrayList<>();
    private final EndpointTestOperation operation;
    private final Aws aws;
    private Progress<EndpointTestState, EndpointTestResult> end;

    Trial(EndpointTestRequest request, FakeRuntime runtime, Workspace workspace) {
        this(request, new FakeAws() {
            @Override
            public SageMakerRuntimeClient runtime() {
                return runtime;
            }

            @Override
            public Workspace workspace() {
                return workspace;
            }
        });
    }

    Trial(EndpointTestRequest request, Aws aws) {
        this.operation = new EndpointTestOperation(request);
        this.aws = aws;
    }

    Trial run(boolean crashing) throws RemoteException, InterruptedException {
        EndpointTestState state = operation.begin();
        while (true) {
            if (crashing) {
                operation.advance(state, aws);
            }
            var progress = operation.advance(state, aws);
            lines.addAll(progress.lines());
            if (!(progress instanceof Waiting<EndpointTestState, EndpointTestResult> waiting)) {
                end = progress;
                return this;
            }
            state = throughDisk(waiting.state());
        }
    }

    EndpointTestResult result() {
        return ((Progress.Succeeded<EndpointTestState, EndpointTestResult>) end).result();
    }

    List<String> warnings() {
        return ((Progress.Succeeded<EndpointTestState, EndpointTestResult>) end).warnings();
    }

    String failure() {
        return ((Progress.Failed<EndpointTestState, EndpointTestResult>) end).reason();
    }

    private static EndpointTestState throughDisk(EndpointTestState state) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var out = new ObjectOutputStream(bytes)) {
                out.writeObject(state);
            }
            try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (EndpointTestState) in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
