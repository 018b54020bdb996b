package io.jenkins.plugins.sagemaker.lab.aws;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often spot capacity is taken away: a number below 1 is the probability at each start of a job's instances, a
 * whole number is how many times each job loses them.
 */
final class Interruptions implements FaultSource {

    private final Subjects amounts;
    private final SplittableRandom random;
    private final Map<String, Integer> struck = new ConcurrentHashMap<>();

    Interruptions(Subjects amounts, long seed) {
        this.amounts = amounts;
        this.random = new SplittableRandom(seed * 31 + SPOT.hashCode());
    }

    @Override
    public synchronized boolean chance(String asked, String subject) {
        Double amount = asked.equals(SPOT) ? amounts.of(subject) : null;
        if (amount == null) {
            return false;
        }
        if (amount < 1) {
            return random.nextDouble() < amount;
        }
        return struck.merge(subject, 1, Integer::sum) <= amount;
    }
}
