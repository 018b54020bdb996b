package io.jenkins.plugins.sagemaker.training;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.operation.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What comes after an attempt for which there were no machines. */
record Fallback(TrainingRequest request, TrainingPolicy policy, TrainingState state, Aws aws) {

    /**
     * The next attempt, with a name of its own, which is on disk before it is asked for; nothing if this was the last one.
     *
     * @param why there was no capacity
     */
    Optional<Progress<TrainingState, TrainingResult>> after(String why) {
        if (state.attached() || state.attempts().isLast(policy)) {
            return Optional.empty();
        }
        Instant now = aws.clock().instant();
        Attempts next = state.attempts().next(attempt(why), policy, now);
        String name = next.jobName(request.jobName());
        Duration pause = Duration.between(now, next.pauseUntil());
        String type = next.instanceType(policy);
        String line = "No capacity for training job " + state.jobName()
                + on(state.attempts().instanceType(policy)) + ": "
                + why + (why.endsWith(".") ? " Trying " : ". Trying ") + name + on(type)
                + (pause.isZero() ? "" : " in " + minutes(pause)) + ".";
        return Optional.of(Progress.next(state.next(name, next), line));
    }

    /** The present attempt, and what came of it. */
    Attempt attempt(String outcome) {
        return new Attempt(state.jobName(), state.attempts().instanceType(policy), outcome);
    }

    /** What was tried before, for the reason of a failure; empty if there was nothing. */
    String tried() {
        List<Attempt> left = state.attempts().left();
        return left.isEmpty()
                ? ""
                : " Tried before: "
                        + left.stream()
                                .map(a -> a.trainingJobName() + on(a.instanceType()))
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    private static String on(String type) {
        return type == null ? "" : " on " + type;
    }

    private static String minutes(Duration pause) {
        return pause.toMinutes() == 1 ? "a minute" : pause.toMinutes() + " minutes";
    }
}
