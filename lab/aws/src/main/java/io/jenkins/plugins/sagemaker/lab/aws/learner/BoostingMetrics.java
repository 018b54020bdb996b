package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** XGBoost's evaluation metrics, by its names. */
final class BoostingMetrics {

    static final List<String> NAMES =
            List.of("rmse", "mae", "mse", "error", "logloss", "accuracy", "auc", "merror", "mlogloss");

    private static final Set<String> RISING = Set.of("accuracy", "auc");

    private final BoostingSettings settings;

    BoostingMetrics(BoostingSettings settings) {
        this.settings = settings;
    }

    /** The metrics of rows whose raw scores are known, in the order of the settings. */
    Map<String, Double> of(Table table, double[][] margins) {
        Map<String, Double> result = new LinkedHashMap<>();
        for (String metric : settings.metrics()) {
            if (metric.equals("auc")) {
                result.put(metric, auc(table, margins));
                continue;
            }
            double sum = 0;
            for (int row = 0; row < table.rows(); row++) {
                sum += one(metric, margins[row], table.labels()[row]);
            }
            double mean = sum / table.rows();
            result.put(metric, metric.equals("rmse") ? Math.sqrt(mean) : mean);
        }
        return result;
    }

    /** What early stopping watches, the less the better: of several metrics the last. */
    double watched(Map<String, Double> values) {
        String last = settings.metrics().get(settings.metrics().size() - 1);
        return RISING.contains(last) ? -values.get(last) : values.get(last);
    }

    private double one(String metric, double[] margins, double label) {
        if (settings.outputs() > 1) {
            double[] p = Probabilities.softmax(margins);
            boolean right = Probabilities.best(p) == (int) label;
            return switch (metric) {
                case "mlogloss", "logloss" -> Probabilities.logLoss(p[(int) label]);
                case "accuracy" -> right ? 1 : 0;
                default -> right ? 0 : 1;
            };
        }
        double value = settings.isRegression() ? margins[0] : Probabilities.sigmoid(margins[0]);
        boolean right = (value > 0.5) == (label > 0.5);
        return switch (metric) {
            case "rmse", "mse" -> (value - label) * (value - label);
            case "mae" -> Math.abs(value - label);
            case "logloss", "mlogloss" -> Probabilities.logLoss(label > 0.5 ? value : 1 - value);
            case "accuracy" -> right ? 1 : 0;
            default -> right ? 0 : 1;
        };
    }

    /** Of several classes, the mean over each class against the rest, by its share of the rows. */
    private double auc(Table table, double[][] margins) {
        if (settings.outputs() == 1) {
            return auc(table.rows(), row -> margins[row][0], row -> table.labels()[row] > 0.5 ? 1 : 0);
        }
        double sum = 0;
        for (int c = 0; c < settings.outputs(); c++) {
            int label = c;
            long rows = IntStream.range(0, table.rows())
                    .filter(row -> table.label(row) == label)
                    .count();
            if (rows > 0) {
                double one = auc(
                        table.rows(),
                        row -> Probabilities.softmax(margins[row])[label],
                        row -> table.label(row) == label ? 1 : 0);
                sum += one * rows / table.rows();
            }
        }
        return sum;
    }

    /** Area under the ROC curve, from the ranks of the scores; not a number if all rows are of one kind. */
    private static double auc(int rows, IntToDoubleFunction scores, IntToDoubleFunction truths) {
        List<Integer> order = IntStream.range(0, rows)
                .boxed()
                .sorted(Comparator.comparingDouble(scores::applyAsDouble))
                .toList();
        double positives = 0;
        double ranks = 0;
        for (int first = 0; first < rows; ) {
            int next = first;
            while (next < rows
                    && Double.compare(scores.applyAsDouble(order.get(next)), scores.applyAsDouble(order.get(first)))
                            == 0) {
                next++;
            }
            // Equal scores share the mean of their ranks.
            double rank = (first + 1 + next) / 2.0;
            for (int i = first; i < next; i++) {
                positives += truths.applyAsDouble(order.get(i));
                ranks += rank * truths.applyAsDouble(order.get(i));
            }
            first = next;
        }
        return (ranks - positives * (positives + 1) / 2) / (positives * (rows - positives));
    }
}
