package io.jenkins.plugins.sagemaker.lab.aws.tuning;

import java.util.List;

/**
 * The stopping half of Hyperband, in its asynchronous form (ASHA, Li et al. 2018): at {@code min}, three times {@code min}, nine times, ...
 * epochs only the best third of those that have come so far goes on, and at {@code max} epochs a training ends.
 *
 * @param min epochs that each training gets
 * @param max epochs that none exceeds
 */
public record SuccessiveHalving(int min, int max) implements EarlyStop {

    private static final int REDUCTION = 3;

    @Override
    public boolean isDue(List<Double> scores, List<List<Double>> others) {
        if (scores.size() >= max) {
            return true;
        }
        int rung = rung(scores.size());
        if (rung == 0) {
            return false;
        }
        double own = scores.get(rung - 1);
        List<Double> there = others.stream()
                .filter(other -> other.size() >= rung)
                .map(other -> other.get(rung - 1))
                .toList();
        long ahead = there.stream().filter(score -> score > own).count();
        return ahead >= Math.max(1, (there.size() + 1) / REDUCTION);
    }

    /** The last rung that so many epochs have reached; 0 for none. */
    private int rung(int epochs) {
        int reached = 0;
        for (long rung = min; rung <= epochs && rung < max; rung *= REDUCTION) {
            reached = (int) rung;
        }
        return reached;
    }
}
