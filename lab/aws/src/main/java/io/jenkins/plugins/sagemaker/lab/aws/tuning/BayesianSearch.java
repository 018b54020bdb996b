package io.jenkins.plugins.sagemaker.lab.aws.tuning;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Stands in for SageMaker's Bayesian search, whose model is not public: like it, this search learns from what has been tried, and weighs what is
 * known to be good against what is not known. It has no model, but looks near one of the best trials, the nearer the more has been tried, and now and
 * then anywhere.
 */
public record BayesianSearch(SearchSpace space, RandomGenerator random) implements Search {

    /** Before so many trials there is nothing to learn from. */
    private static final int BLIND = 4;

    private static final double SHARE_OF_GOOD = 0.15;

    /** How far from a good trial is looked after a single one; it falls with the root of their number. */
    private static final double REACH = 0.4;

    /** How often a choice is made anew instead of taken over. */
    private static final double OTHER_CHOICE = 0.2;

    @Override
    public Optional<Map<String, String>> next(List<Trial> tried) {
        List<double[]> points = tried.stream()
                .sorted(Comparator.comparingDouble(Trial::score).reversed())
                .flatMap(trial -> space.pointOf(trial.hyperparameters()).stream())
                .toList();
        int good = (int) Math.ceil(points.size() * SHARE_OF_GOOD);
        int chosen = random.nextInt(good + 1);
        if (points.size() < BLIND || chosen == good) {
            return Optional.of(space.at(space.anywhere(random)));
        }
        return Optional.of(space.at(near(points.get(chosen), REACH / Math.sqrt(points.size()))));
    }

    private double[] near(double[] point, double reach) {
        double[] moved = point.clone();
        for (int i = 0; i < moved.length; i++) {
            if (space.dimensions().get(i) instanceof Categories) {
                moved[i] = random.nextDouble() < OTHER_CHOICE ? random.nextDouble() : moved[i];
            } else {
                moved[i] = inside(random.nextGaussian(moved[i], reach));
            }
        }
        return moved;
    }

    /** What would lie outside is thrown back, so that the borders are not tried more often than the rest. */
    private static double inside(double place) {
        double reflected = place < 0 ? -place : place > 1 ? 2 - place : place;
        return Math.max(0, Math.min(1, reflected));
    }
}
