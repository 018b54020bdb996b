package io.jenkins.plugins.sagemaker.lab.aws.script;

import io.jenkins.plugins.sagemaker.lab.aws.learner.Algorithm;
import io.jenkins.plugins.sagemaker.lab.aws.learner.ContainerFailure;
import io.jenkins.plugins.sagemaker.lab.aws.learner.MetricDefinition;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Predictor;
import io.jenkins.plugins.sagemaker.lab.aws.learner.TrainingContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A container that runs what the request brings along: the program of {@code ContainerEntrypoint}, or in script mode the
 * one that the hyperparameter {@code sagemaker_program} names, from the archive {@code sagemaker_submit_directory}. One
 * process runs for each of the job's instances.
 */
public final class UserProgram implements Algorithm {

    private final Programs programs;

    public UserProgram(Programs programs) {
        this.programs = programs;
    }

    @Override
    public List<MetricDefinition> metricDefinitions() {
        return List.of();
    }

    @Override
    public boolean runsOnEveryHost() {
        return true;
    }

    @Override
    public void train(TrainingContainer container) throws ContainerFailure, InterruptedException {
        programs.check();
        List<String> hosts = container.setting().hosts();
        ExecutorService executor = Executors.newFixedThreadPool(hosts.size(), task -> {
            var thread = new Thread(task, "local-aws-program");
            thread.setDaemon(true);
            return thread;
        });
        try {
            runAll(
                    hosts.stream()
                            .map(host -> new HostProgram(container, host, programs))
                            .toList(),
                    executor);
        } finally {
            executor.shutdownNow();
        }
    }

    /** Waits for all; where one ends badly, the others have nobody to wait for and are stopped. */
    private static void runAll(List<HostProgram> all, ExecutorService executor)
            throws ContainerFailure, InterruptedException {
        var firstFailure = new AtomicReference<Throwable>();
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        for (HostProgram one : all) {
            ends.add(CompletableFuture.runAsync(one, executor).exceptionally(failure -> {
                firstFailure.compareAndSet(null, failure);
                all.forEach(HostProgram::stop);
                return null;
            }));
        }
        try {
            CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Failures are taken up one by one.", e);
        }
        raise(firstFailure.get());
    }

    private static void raise(Throwable failure) throws ContainerFailure {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof HostProgram.Failed failed) {
            if (failed.getCause() instanceof ContainerFailure known) {
                throw known;
            }
            throw failed;
        }
        if (cause != null) {
            throw new IllegalStateException("A program's host broke.", cause);
        }
    }

    @Override
    public Predictor load(Map<String, byte[]> modelFiles) throws ContainerFailure {
        throw ContainerFailure.algorithm("The local AWS runs programs that train, but none that serve; deploy with the"
                + " image of one of its own algorithms.");
    }
}
