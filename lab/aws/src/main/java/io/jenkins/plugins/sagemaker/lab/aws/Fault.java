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
record Fault(String name, Effect effect, AwsError error, Duration delay) {

    enum Effect {
        /** The request is only late. */
        DELAY,
        /** The connection is closed and nothing has happened. */
        DROP_BEFORE,
        /** What was asked happens, but the connection is closed without an answer. */
        DROP_AFTER,
        /** An error is answered and nothing has happened. */
        ANSWER
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
