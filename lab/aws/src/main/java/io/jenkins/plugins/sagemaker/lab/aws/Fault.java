package io.jenkins.plugins.sagemaker.lab.aws;

import java.time.Duration;

/**
 * What goes wrong with one request.
 *
 * @param name how it is called in {@link Faults#parse} and in {@link RecordedRequest#fault()}
 * @param effect what the server does
 * @param error what it answers, for {@link Effect#ANSWER}, else null
 * @param delay how long it waits first, in this machine's time
 */
public record Fault(String name, Effect effect, AwsError error, Duration delay) {

    public enum Effect {
        /** The request is only late. */
        DELAY,
        /** The connection is closed and nothing has happened. */
        DROP_BEFORE,
        /** What was asked happens, but the connection is closed without an answer. */
        DROP_AFTER,
        /** An error is answered and nothing has happened. */
        ANSWER
    }

    /**
     * One of the faults of a single request that {@link Faults#parse} knows: {@code throttle}, {@code error500}, {@code expired},
     * {@code dropBefore}, {@code dropAfter}; or {@code accessDenied}.
     */
    public static Fault named(String name, FaultRule.Target target) {
        if (name.equals("accessDenied")) {
            return answer(
                    name, CommonErrors.accessDenied(target.protocol(), target.service() + ":" + target.operation()));
        }
        return RandomFaults.KINDS.get(name).apply(target.protocol());
    }

    static Fault answer(String name, AwsError error) {
        return new Fault(name, Effect.ANSWER, error, Duration.ZERO);
    }

    static Fault dropBefore() {
        return new Fault("dropBefore", Effect.DROP_BEFORE, null, Duration.ZERO);
    }

    static Fault dropAfter() {
        return new Fault("dropAfter", Effect.DROP_AFTER, null, Duration.ZERO);
    }

    static Fault latency(Duration delay) {
        return new Fault("latency", Effect.DELAY, null, delay);
    }
}
