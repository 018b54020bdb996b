package io.jenkins.plugins.sagemaker.endpointtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.sagemaker.endpointtest.Prediction.Ranked;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures that were worked out by hand. */
class StatisticsTest {

    @Test
    void percentilesAreNearestRanks() {
        var latencies = new Latencies();
        List.of(15, 20, 35, 40, 50).forEach(ms -> latencies.add(ms * 1000L));

        assertThat(latencies.measures())
                .containsEntry("p50", 35.0)
                .containsEntry("p90", 50.0)
                .containsEntry("p95", 50.0)
                .containsEntry("max", 50.0)
                .containsEntry("mean", 32.0);
    }

    @Test
    void ofAHundredLatenciesTheNinetiethIsTheNinetiethPercentile() {
        var latencies = new Latencies();
        IntStream.rangeClosed(1, 100).forEach(ms -> latencies.add(ms * 1000L));

        assertThat(latencies.measures())
                .containsEntry("p50", 50.0)
                .containsEntry("p90", 90.0)
                .containsEntry("p95", 95.0)
                .containsEntry("p99", 99.0)
                .containsEntry("max", 100.0)
                .containsEntry("mean", 50.5);
    }

    @Test
    void manyLatenciesStayWithinHalfAPercentOfTheTruth() {
        var latencies = new Latencies();
        long[] all = new Random(7).longs(20_000, 800, 900_000).toArray();
        for (long one : all) {
            latencies.add(one);
        }
        java.util.Arrays.sort(all);

        var measures = latencies.copy().measures();

        assertThat(measures.get("p95")).isCloseTo(all[18_999] / 1000.0, within(all[18_999] / 1000.0 * 0.005));
        assertThat(measures.get("p50")).isCloseTo(all[9_999] / 1000.0, within(all[9_999] / 1000.0 * 0.005));
        assertThat(measures.get("max")).isEqualTo(all[19_999] / 1000.0);
    }

    @Test
    void nothingMeasuredIsNoFigure() {
        assertThat(new Latencies().measures()).isEmpty();
        assertThat(new ClassTally(null).metrics()).isEmpty();
        assertThat(new NumberTally().metrics()).isEmpty();
    }

    @Test
    void precisionRecallAndF1AreMeansOverTheClasses() {
        var tally = new ClassTally(null);
        count(tally, "a", "a", 2);
        count(tally, "a", "b", 1);
        count(tally, "b", "b", 1);
        count(tally, "c", "a", 1);

        var metrics = tally.metrics();

        assertThat(metrics.get("accuracy")).isEqualTo(3 / 5.0);
        // a: 2 of 3 named a are a, 2 of 3 a are found. b: 1 of 2, 1 of 1. c: never named, never found.
        assertThat(metrics.get("precision")).isEqualTo((2 / 3.0 + 1 / 2.0 + 0) / 3, within(1e-15));
        assertThat(metrics.get("recall")).isEqualTo((2 / 3.0 + 1 + 0) / 3, within(1e-15));
        assertThat(metrics.get("f1")).isEqualTo((2 / 3.0 + 2 / 3.0 + 0) / 3, within(1e-15));
        assertThat(metrics).doesNotContainKeys("logLoss", "auc");
        assertThat(tally.confusions(1)).containsExactly("a taken for b (once)");
    }

    @Test
    void logLossIsTheMeanOfTheRightClassesSurprise() {
        var tally = new ClassTally(null);
        tally.add("a", ranked("a", 0.5, "b", 0.5));
        tally.add("b", ranked("a", 0.75, "b", 0.25));

        assertThat(tally.metrics().get("logLoss")).isEqualTo((Math.log(2) + Math.log(4)) / 2, within(1e-15));
    }

    @Test
    void aClassThatWasGivenNoProbabilityAtAllCostsALotButNotInfinitelyMuch() {
        var tally = new ClassTally(null);
        tally.add("b", ranked("a", 1, "b", 0));

        assertThat(tally.metrics().get("logLoss")).isEqualTo(-Math.log(1e-15), within(1e-9));
    }

    @Test
    void aucIsTheShareOfPairsInTheRightOrder() {
        var tally = new ClassTally("1");
        // The textbook's four: three of the four pairs are in order.
        score(tally, "0", 0.1);
        score(tally, "0", 0.4);
        score(tally, "1", 0.35);
        score(tally, "1", 0.8);

        assertThat(tally.metrics().get("auc")).isEqualTo(0.75);
    }

    @Test
    void tiesCountHalfInTheAuc() {
        var tally = new ClassTally("1");
        score(tally, "0", 0.5);
        score(tally, "0", 0.5);
        score(tally, "1", 0.5);
        score(tally, "1", 0.9);
        score(tally, "1", 0.5);

        // Of six pairs two are in order and four are ties.
        assertThat(tally.copy().metrics().get("auc")).isEqualTo(4 / 6.0, within(1e-15));
    }

    @Test
    void aucNeedsBothClassesAndProbabilities() {
        var oneClass = new ClassTally("1");
        score(oneClass, "1", 0.5);
        var noScores = new ClassTally("1");
        count(noScores, "1", "1", 1);
        count(noScores, "0", "0", 1);

        assertThat(oneClass.metrics()).doesNotContainKey("auc");
        assertThat(noScores.metrics()).doesNotContainKey("auc");
        assertThat(noScores.whyNot("auc")).contains("probabilities");
        assertThat(new ClassTally(null).whyNot("auc")).contains("two classes");
    }

    @Test
    void labelsFarFromZeroLoseNoDigitsOfR2() {
        var tally = new NumberTally();
        double base = 1e9;
        for (double x : new double[] {1, 2, 3, 4}) {
            tally.add(Double.toString(base + x), new Prediction(List.of(), base + x + 1));
        }

        assertThat(tally.metrics().get("r2")).isEqualTo(1 - 4 / 5.0, within(1e-9));
        assertThat(tally.metrics().get("rmse")).isEqualTo(1.0);
    }

    @Test
    void aCopyIsItsOwn() {
        var tally = new ClassTally(null);
        count(tally, "a", "a", 1);

        count(tally.copy(), "a", "b", 5);

        assertThat(tally.metrics()).containsEntry("accuracy", 1.0);
    }

    private static void count(ClassTally tally, String actual, String predicted, int times) {
        for (int i = 0; i < times; i++) {
            tally.add(actual, new Prediction(List.of(new Ranked(predicted, Double.NaN)), Double.NaN));
        }
    }

    private static void score(ClassTally tally, String actual, double one) {
        tally.add(actual, ranked("1", one, "0", 1 - one));
    }

    private static Prediction ranked(String first, double p, String second, double q) {
        return new Prediction(List.of(new Ranked(first, p), new Ranked(second, q)), Double.NaN);
    }
}
