package io.jenkins.plugins.sagemaker.lab.aws.learner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GradientBoostingTest {

    private final Algorithm algorithm = new GradientBoosting();

    /** Exclusive or of two signs, which no linear model can learn. */
    private static String exclusiveOr(int rows, long seed, int classes) {
        var random = new Random(seed);
        var csv = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            double a = random.nextDouble() * 2 - 1;
            double b = random.nextDouble() * 2 - 1;
            int label = a > 0.5 && classes > 2 ? 2 : a * b > 0 ? 1 : 0;
            csv.append(label).append(',').append(a).append(',').append(b).append('\n');
        }
        return csv.toString();
    }

    private static RecordingContainer container(String objective) {
        return new RecordingContainer().with("objective", objective).with("num_round", "30");
    }

    @Test
    void learnsWhatIsNotLinear() throws Exception {
        RecordingContainer container = container("binary:logistic")
                .with("eval_metric", "logloss,error")
                .withCsv("train", exclusiveOr(300, 1, 2))
                .withCsv("validation", exclusiveOr(100, 2, 2));
        algorithm.train(container);

        List<Double> errors = container.metric(algorithm, "validation:error");
        assertThat(errors).hasSize(30);
        assertThat(errors.get(29)).isLessThan(0.1).isLessThanOrEqualTo(errors.get(0));
        assertThat(container.metric(algorithm, "train:logloss").get(29))
                .isLessThan(container.metric(algorithm, "train:logloss").get(0));
        assertThat(container.lines()).anyMatch(line -> line.startsWith("[0]#011train-logloss:"));

        String body = algorithm
                .load(container.model())
                .answer("0.8,0.8\n-0.8,0.8".getBytes(UTF_8), "text/csv", null)
                .body();
        String[] rows = body.split("\n");
        assertThat(Double.parseDouble(rows[0])).isGreaterThan(0.8);
        assertThat(Double.parseDouble(rows[1])).isLessThan(0.2);
    }

    @Test
    void tellsManyClassesApart() throws Exception {
        RecordingContainer container =
                container("multi:softprob").with("num_class", "3").withCsv("train", exclusiveOr(300, 1, 3));
        algorithm.train(container);
        String[] p = algorithm
                .load(container.model())
                .answer("0.9,-0.5".getBytes(UTF_8), "text/csv", null)
                .body()
                .split(",");
        assertThat(p).hasSize(3);
        assertThat(Double.parseDouble(p[2])).isGreaterThan(0.8);
    }

    @Test
    void learnsNumbersAndRoundsMatter() throws Exception {
        assertThat(rmse("1")).isGreaterThan(2 * rmse("30"));
    }

    private double rmse(String rounds) throws Exception {
        RecordingContainer container =
                container("reg:squarederror").with("num_round", rounds).withCsv("train", exclusiveOr(200, 3, 3));
        algorithm.train(container);
        List<Double> values = container.metric(algorithm, "train:rmse");
        return values.get(values.size() - 1);
    }

    @Test
    void endsEarlyWithoutProgress() throws Exception {
        RecordingContainer container = container("binary:logistic")
                .with("num_round", "400")
                .with("early_stopping_rounds", "3")
                .withCsv("train", exclusiveOr(60, 1, 2))
                .withCsv("validation", exclusiveOr(40, 2, 2));
        algorithm.train(container);
        assertThat(container.metric(algorithm, "train:logloss")).hasSizeBetween(4, 399);
    }

    @Test
    void needsRoundsAndClasses() {
        assertThatThrownBy(() -> algorithm.train(new RecordingContainer()))
                .hasMessage("The required hyperparameter 'num_round' is missing.");
        assertThatThrownBy(() -> algorithm.train(container("multi:softmax")))
                .hasMessage("The required hyperparameter 'num_class' is missing.");
    }

    @Test
    void tellsTheAreaUnderTheCurve() throws Exception {
        RecordingContainer container = container("binary:logistic")
                .with("eval_metric", "logloss,auc")
                .with("early_stopping_rounds", "5")
                .withCsv("train", exclusiveOr(300, 1, 2))
                .withCsv("validation", exclusiveOr(100, 2, 2));
        algorithm.train(container);

        List<Double> areas = container.metric(algorithm, "validation:auc");
        // The more, the better: training does not end while it grows.
        assertThat(areas)
                .hasSizeGreaterThan(5)
                .allSatisfy(area -> assertThat(area).isBetween(0.5, 1.0));
        assertThat(areas.get(areas.size() - 1)).isGreaterThan(0.9);
    }

    @Test
    void ranksRowsAgainstEachOther() throws Exception {
        var settings =
                BoostingSettings.parse(Map.of("num_round", "1", "objective", "binary:logistic", "eval_metric", "auc"));
        var table = new Table(new double[][] {{0}, {0}, {0}, {0}}, new double[] {0, 0, 1, 1});

        assertThat(new BoostingMetrics(settings).of(table, new double[][] {{1}, {3}, {2}, {4}}))
                .containsEntry("auc", 0.75);
        assertThat(new BoostingMetrics(settings).of(table, new double[][] {{1}, {1}, {1}, {1}}))
                .containsEntry("auc", 0.5);
    }
}
