package io.jenkins.plugins.sagemaker.endpointtest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointRequest;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointResponse;
import software.amazon.awssdk.services.sagemakerruntime.model.ModelErrorException;
import software.amazon.awssdk.services.sagemakerruntime.model.SageMakerRuntimeException;
import software.amazon.awssdk.services.sagemakerruntime.model.ServiceUnavailableException;

/** An endpoint whose model is a function. May be asked by several threads. */
final class FakeRuntime implements SageMakerRuntimeClient {

    final List<InvokeEndpointRequest> requests = new ArrayList<>();
    final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final Function<String, String> model;
    private int busyFor;

    FakeRuntime(Function<String, String> model) {
        this.model = model;
    }

    /** The next so many requests find it too busy. */
    void isBusyFor(int times) {
        busyFor = times;
    }

    @Override
    public InvokeEndpointResponse invokeEndpoint(InvokeEndpointRequest request) {
        most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            synchronized (this) {
                requests.add(request);
                if (busyFor > 0) {
                    busyFor--;
                    throw ServiceUnavailableException.builder()
                            .awsErrorDetails(details("ServiceUnavailable", "busy"))
                            .statusCode(503)
                            .build();
                }
            }
            return InvokeEndpointResponse.builder()
                    .body(SdkBytes.fromUtf8String(model.apply(request.body().asUtf8String())))
                    .invokedProductionVariant("AllTraffic")
                    .build();
        } finally {
            atOnce.decrementAndGet();
        }
    }

    static RuntimeException refusal(int status, String message) {
        return ModelErrorException.builder()
                .originalStatusCode(status)
                .originalMessage(message)
                .logStreamArn("arn:aws:logs:eu-central-1:123456789012:log-group:/aws/sagemaker/Endpoints/digits")
                .awsErrorDetails(details("ModelError", "Received client error (" + status + ") from primary"))
                .statusCode(424)
                .build();
    }

    static RuntimeException error(String code, int status) {
        return SageMakerRuntimeException.builder()
                .awsErrorDetails(details(code, "Endpoint digits of account 123456789012 not found."))
                .statusCode(status)
                .build();
    }

    private static AwsErrorDetails details(String code, String message) {
        return AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    }

    @Override
    public String serviceName() {
        return "runtime.sagemaker";
    }

    @Override
    public void close() {}
}
