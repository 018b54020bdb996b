package io.jenkins.plugins.sagemaker.lab.aws.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.lab.aws.tuning.NumberRange.Scaling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest {

    private static final NumberRange RATE = new NumberRange("rate", 0.001, 1, Scaling.LOGARITHMIC, false);
    private static final NumberRange DEPTH = new NumberRange("depth", 2, 9, Scaling.LINEAR, true);
    private static final Categories OPTIMIZER = new Categories("optimizer", List.of("sgd", "adam", "nag"));
    private static final SearchSpace SPACE = new SearchSpace(List.of(RATE, DEPTH, OPTIMIZER));

    @ParameterizedTest
    @CsvSource({"LINEAR, 0, 10, 5", "LOGARITHMIC, 0.01, 1, 0.1", "REVERSE_LOGARITHMIC, 0, 0.99, 0.9"})
    void theMiddleOfARangeDependsOnItsScaling(Scaling scaling, double min, double max, double middle) {
        var range = new NumberRange("x", min, max, scaling, false);

        assertThat(Double.parseDouble(range.valueAt(0.5))).isCloseTo(middle, Offset.offset(1e-9));
        assertThat(range.placeOf(String.valueOf(middle)).orElseThrow()).isCloseTo(0.5, Offset.offset(1e-9));
        assertThat(Double.parseDouble(range.valueAt(0))).isCloseTo(min, Offset.offset(1e-9));
        assertThat(Double.parseDouble(range.valueAt(1)))
                .isLessThanOrEqualTo(max)
                .isCloseTo(max, Offset.offset(1e-9));
    }

    @Test
    void wholeNumbersHaveEqualShares() {
        Map<String, Long> counts = DoubleStream.iterate(0, place -> place + 0.001)
                .limit(1000)
                .mapToObj(DEPTH::valueAt)
                .collect(Collectors.groupingBy(v -> v, Collectors.counting()));

        assertThat(counts).containsOnlyKeys("2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(counts.values()).allMatch(count -> count >= 120 && count <= 130);
    }

    @Test
    void whatLiesOutsideARangeHasNoPlace() {
        assertThat(RATE.placeOf("2")).isEmpty();
        assertThat(RATE.placeOf("fast")).isEmpty();
        assertThat(OPTIMIZER.placeOf("rmsprop")).isEmpty();
        assertThat(SPACE.pointOf(Map.of("rate", "0.1"))).isEmpty();
    }

    @Test
    void aRangeOverOrdersOfMagnitudeIsSearchedLogarithmically() {
        assertThat(NumberRange.suitable(0.001, 1)).isEqualTo(Scaling.LOGARITHMIC);
        assertThat(NumberRange.suitable(1, 10)).isEqualTo(Scaling.LINEAR);
        assertThat(NumberRange.suitable(0, 1000)).isEqualTo(Scaling.LINEAR);
    }

    @Test
    void aGridHasEachCombinationOnce() {
        var grid = new GridSearch(new SearchSpace(List.of(OPTIMIZER, new Categories("layers", List.of("18", "34")))));
        List<Map<String, String>> all = new ArrayList<>();
        for (var next = grid.next(List.of()); next.isPresent(); next = grid.next(List.of())) {
            all.add(next.get());
        }

        assertThat(all).hasSize(6).doesNotHaveDuplicates().startsWith(Map.of("optimizer", "sgd", "layers", "18"));
        assertThat(grid.size()).isEqualTo(6);
    }

    @Test
    void aHugeGridIsCountedNoFurtherThanABillion() {
        var thirty = new Categories(
                "x",
                DoubleStream.iterate(0, i -> i + 1)
                        .limit(30)
                        .mapToObj(String::valueOf)
                        .toList());

        assertThat(new GridSearch(new SearchSpace(Collections.nCopies(30, thirty))).size())
                .isEqualTo(1_000_000_000);
    }

    @Test
    void aRandomSearchStaysInItsRanges() {
        var search = new RandomSearch(SPACE, new Random(7));

        for (int i = 0; i < 1000; i++) {
            assertThat(SPACE.pointOf(search.next(List.of()).orElseThrow())).isPresent();
        }
    }

    /** The peak lies at a rate of 0.05, a depth of 4 and adam. */
    private static double score(Map<String, String> values) {
        double rate = Math.log10(Double.parseDouble(values.get("rate")) / 0.05);
        double depth = (Double.parseDouble(values.get("depth")) - 4) / 7;
        return -rate * rate - depth * depth - (values.get("optimizer").equals("adam") ? 0 : 0.5);
    }

    private static double bestAfter(Search search, int trials) {
        List<Trial> tried = new ArrayList<>();
        for (int i = 0; i < trials; i++) {
            Map<String, String> values = search.next(tried).orElseThrow();
            tried.add(new Trial(values, score(values)));
        }
        return tried.stream().mapToDouble(Trial::score).max().orElseThrow();
    }

    @Test
    void aBayesianSearchFindsBetterValuesThanARandomOne() {
        double bayesian = 0;
        double random = 0;
        for (int seed = 0; seed < 50; seed++) {
            bayesian += bestAfter(new BayesianSearch(SPACE, new Random(seed)), 30);
            random += bestAfter(new RandomSearch(SPACE, new Random(seed)), 30);
        }

        assertThat(bayesian / 50).isGreaterThan(random / 50 * 0.8);
    }

    @Test
    void aTrainingBelowTheMedianIsStoppedOnceThereIsEnoughToCompareWith() {
        var rule = new MedianStop();
        List<List<Double>> others = List.of(List.of(0.5, 0.7), List.of(0.6, 0.8), List.of(0.9, 0.9));

        assertThat(rule.isDue(List.of(0.1, 0.6), others)).isTrue();
        assertThat(rule.isDue(List.of(0.1, 0.75), others)).isFalse();
        assertThat(rule.isDue(List.of(0.1), others)).isTrue();
        assertThat(rule.isDue(List.of(), others)).isFalse();
        assertThat(rule.isDue(List.of(0.1, 0.1), others.subList(0, 2))).isFalse();
        assertThat(rule.isDue(List.of(0.1, 0.1, 0.1), others)).isFalse();
    }

    @Test
    void halvingLetsTheBestThirdGoOnAndNoneBeyondItsMaximum() {
        var rule = new SuccessiveHalving(1, 9);
        List<List<Double>> others = List.of(List.of(0.5), List.of(0.6), List.of(0.7), List.of(0.8), List.of(0.9));

        assertThat(rule.isDue(List.of(0.85), others)).isFalse();
        assertThat(rule.isDue(List.of(0.65), others)).isTrue();
        assertThat(rule.isDue(List.of(0.65), List.of())).isFalse();
        assertThat(rule.isDue(List.of(), others)).isFalse();
        assertThat(rule.isDue(List.of(1., 1., 1., 1., 1., 1., 1., 1., 1.), others))
                .isTrue();
    }
}
