package io.jenkins.plugins.sagemaker.endpointtest;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.endpointtest.Answer.Given;
import io.jenkins.plugins.sagemaker.endpointtest.Answer.None;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.operation.RemoteException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.model.ModelErrorException;

/** Invokes one endpoint. Time is taken around the call, so it holds the network's share as a client would see it. */
final class Invoker {

    private final String endpoint;
    private final SageMakerRuntimeClient runtime;

    Invoker(String endpoint, Aws aws) {
        this.endpoint = endpoint;
        this.runtime = aws.runtime();
    }

    /** @throws RemoteException if the trouble is not the endpoint's: no such endpoint, no rights, expired credentials */
    Answer invoke(Payload payload) throws RemoteException, InterruptedException {
        long begin = System.nanoTime();
        try {
            var answer = Aws.call(
                    "invoke endpoint " + endpoint + " with " + payload.name(),
                    () -> runtime.invokeEndpoint(r -> r.endpointName(endpoint)
                            .body(payload.body())
                            .contentType(payload.contentType())
                            .accept(emptyToNull(payload.accept()))
                            .targetVariant(emptyToNull(payload.targetVariant()))));
            String variant = answer.invokedProductionVariant();
            return new Given(200, answer.body().asUtf8String(), variant == null ? "" : variant, since(begin), "");
        } catch (RemoteException e) {
            if (e.getCause() instanceof ModelErrorException refused) {
                return refusal(refused, since(begin));
            }
            if (e.kind() == Kind.TRANSIENT || e.kind() == Kind.THROTTLED) {
                return new None(e.getMessage(), since(begin));
            }
            throw e;
        }
    }

    /** The answers in the order of the payloads. */
    List<Answer> invokeAll(List<Payload> payloads, int concurrency) throws RemoteException, InterruptedException {
        List<Answer> answers = new ArrayList<>(payloads.size());
        if (concurrency == 1 || payloads.size() == 1) {
            for (Payload payload : payloads) {
                answers.add(invoke(payload));
            }
            return answers;
        }
        var threads = Executors.newFixedThreadPool(Math.min(concurrency, payloads.size()));
        try {
            List<Future<Answer>> running = new ArrayList<>(payloads.size());
            payloads.forEach(payload -> running.add(threads.submit(() -> invoke(payload))));
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
            return answers;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RemoteException remote) {
                throw remote;
            }
            throw new IllegalStateException("an invocation of " + endpoint + " ended unexpectedly", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Given refusal(ModelErrorException refused, long micros) {
        int status = refused.originalStatusCode() == null ? 500 : refused.originalStatusCode();
        String body = refused.originalMessage() == null ? "no message" : refused.originalMessage();
        String log = refused.logStreamArn() == null ? "" : " (its log: " + refused.logStreamArn() + ")";
        return new Given(status, body, "", micros, log);
    }

    private static long since(long begin) {
        return (System.nanoTime() - begin) / 1000;
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
