package io.jenkins.plugins.sagemaker.operation;

import java.io.Serializable;
import java.util.List;

/**
 * What one round of an operation has brought. The lines go to the build log, exactly once.
 *
 * @param <S> the operation's state
 * @param <R> the operation's result
 */
public sealed interface Progress<S, R> {

    List<String> lines();

    /** When to look again. */
    enum Pace {
        /** At once: the state announces an effect that is still to be made. */
        NOW,
        /** Soon: something has changed, more may follow. */
        SOON,
        /** Later: nothing new; the pauses grow. */
        LATER
    }

    /** It goes on from this state. */
    record Waiting<S, R>(S state, Pace pace, List<String> lines) implements Progress<S, R> {
        public Waiting {
            lines = List.copyOf(lines);
        }
    }

    /**
     * It has reached its end.
     *
     * @param warnings what makes the build unstable all the same; empty if nothing does
     */
    record Succeeded<S, R>(R result, List<String> warnings, List<String> lines) implements Progress<S, R> {
        public Succeeded {
            warnings = List.copyOf(warnings);
            lines = List.copyOf(lines);
        }
    }

    /** It has failed for good; the reason is a sentence for the user that names the remote evidence. */
    record Failed<S, R>(String reason, List<String> lines) implements Progress<S, R> {
        public Failed {
            lines = List.copyOf(lines);
        }
    }

    /** The effect that this state announces comes next. */
    static <S extends Serializable, R> Progress<S, R> next(S state, List<String> lines) {
        return new Waiting<>(state, Pace.NOW, lines);
    }

    static <S extends Serializable, R> Progress<S, R> next(S state, String... lines) {
        return new Waiting<>(state, Pace.NOW, List.of(lines));
    }

    /** Something has changed: look again soon. */
    static <S extends Serializable, R> Progress<S, R> changed(S state, List<String> lines) {
        return new Waiting<>(state, Pace.SOON, lines);
    }

    /** Nothing new. */
    static <S extends Serializable, R> Progress<S, R> idle(S state) {
        return new Waiting<>(state, Pace.LATER, List.of());
    }

    static <S, R> Progress<S, R> succeeded(R result, List<String> lines) {
        return new Succeeded<>(result, List.of(), lines);
    }

    static <S, R> Progress<S, R> failed(String reason, List<String> lines) {
        return new Failed<>(reason, lines);
    }
}
