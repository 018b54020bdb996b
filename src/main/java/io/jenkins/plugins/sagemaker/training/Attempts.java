package io.jenkins.plugins.sagemaker.training;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The attempts before the present one, which found no capacity.
 *
 * @param left in their order
 * @param pauseUntil when the present one may begin
 */
record Attempts(List<Attempt> left, Instant pauseUntil) implements Serializable {

    static final Attempts NONE = new Attempts(List.of(), Instant.MIN);

    private static final int NAME_LENGTH = 63;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    Attempts {
        left = List.copyOf(left);
    }

    /** The instance type of the present attempt; null if the request names it. */
    String instanceType(TrainingPolicy policy) {
        List<String> types = policy.instanceTypes();
        return types.isEmpty() ? null : types.get(left.size() % types.size());
    }

    boolean isLast(TrainingPolicy policy) {
        return left.size() + 1 >= Math.max(1, policy.instanceTypes().size()) * (policy.capacityRetries() + 1);
    }

    /**
     * The next attempt.
     *
     * @param why of the attempt that is left
     */
    Attempts next(Attempt why, TrainingPolicy policy, Instant now) {
        List<Attempt> all = with(why);
        int types = Math.max(1, policy.instanceTypes().size());
        Duration pause = all.size() % types == 0 ? pause(all.size() / types) : Duration.ZERO;
        return new Attempts(all, now.plus(pause));
    }

    /** Before the whole list is tried for the n-th time again. */
    private static Duration pause(int n) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(n - 1, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Of the present attempt: the first has the given name, the others a number behind it. */
    String jobName(String given) {
        return left.isEmpty() ? given : suffixed(given, "-" + (left.size() + 1));
    }

    /** Shortened so that SageMaker takes it. */
    static String suffixed(String name, String suffix) {
        String base = name.substring(0, Math.min(name.length(), NAME_LENGTH - suffix.length()));
        return base.replaceAll("-+$", "") + suffix;
    }

    /** All of them, for a person and for the result. */
    List<Attempt> with(Attempt last) {
        List<Attempt> all = new ArrayList<>(left);
        all.add(last);
        return all;
    }
}
