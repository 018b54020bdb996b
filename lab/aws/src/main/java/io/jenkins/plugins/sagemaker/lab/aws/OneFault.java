package io.jenkins.plugins.sagemaker.lab.aws;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * A fault placed by hand, for a test that wants exactly one thing to go wrong:
 * {@code Faults.on("sagemaker", "CreateTrainingJob").nth(1).dropAfterEffect()}. Strikes the first matching request
 * unless told otherwise; requests are counted from the moment the fault is made.
 */
public final class OneFault {

    private final String service;
    private final String operation;
    private int first = 1;
    private int times = 1;

    OneFault(String service, String operation) {
        this.service = service;
        this.operation = operation;
    }

    /** Strikes the n-th matching request, counted from 1. */
    public OneFault nth(int n) {
        first = positive(n);
        return this;
    }

    /** Strikes this many matching requests in a row. */
    public OneFault times(int count) {
        times = positive(count);
        return this;
    }

    /** Strikes the n-th and all later matching requests. */
    public OneFault always() {
        times = Integer.MAX_VALUE;
        return this;
    }

    /** The connection is closed and nothing has happened. */
    public Faults dropBeforeEffect() {
        return strike(target -> Fault.dropBefore());
    }

    /** What was asked happens, but the client never hears of it. */
    public Faults dropAfterEffect() {
        return strike(target -> Fault.dropAfter());
    }

    public Faults throttle() {
        return strike(target -> Fault.answer("throttle", CommonErrors.throttled(target.protocol())));
    }

    public Faults error500() {
        return strike(target -> Fault.answer("error500", CommonErrors.internal(target.protocol())));
    }

    public Faults expired() {
        return strike(target -> Fault.answer("expired", CommonErrors.expired(target.protocol())));
    }

    public Faults accessDenied() {
        return strike(target -> Fault.answer(
                "accessDenied", CommonErrors.accessDenied(target.protocol(), service + ":" + target.operation())));
    }

    /** Any error at all. */
    public Faults error(AwsError error) {
        return strike(target -> Fault.answer(error.code(), error));
    }

    /** The answer is right but late, in this machine's time. */
    public Faults latency(Duration delay) {
        return strike(target -> Fault.latency(delay));
    }

    private Faults strike(Function<FaultRule.Target, Fault> fault) {
        var matching = new AtomicInteger();
        int from = first;
        int count = times;
        FaultRule rule = target -> {
            if (!target.service().equals(service) || !target.operation().equals(operation)) {
                return Optional.empty();
            }
            int n = matching.incrementAndGet();
            return n >= from && n - from < count ? Optional.of(fault.apply(target)) : Optional.empty();
        };
        return Faults.of(rule);
    }

    private static int positive(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("Requests are counted from 1, but " + n + " was given.");
        }
        return n;
    }
}
