package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.function.Function;

/**
 * How good a model is on a table.
 *
 * @param accuracy share of rows whose most probable class is the right one; meaningless for regression
 * @param loss mean log loss of a classifier, mean squared error of a regression
 */
record Score(double accuracy, double loss) {

    /** @param probabilities the model: class probabilities of a row */
    static Score ofClassifier(Table table, Function<double[], double[]> probabilities) {
        int right = 0;
        double loss = 0;
        for (int row = 0; row < table.rows(); row++) {
            double[] p = probabilities.apply(table.features()[row]);
            double ofTruth = p[table.label(row)];
            // A model that has diverged says NaN, which no comparison would notice.
            loss += Double.isNaN(ofTruth) ? Double.NaN : Probabilities.logLoss(ofTruth);
            right += Probabilities.best(p) == table.label(row) ? 1 : 0;
        }
        return new Score((double) right / table.rows(), loss / table.rows());
    }

    /** @param value the model: the predicted number of a row */
    static Score ofRegression(Table table, Function<double[], Double> value) {
        double squares = 0;
        for (int row = 0; row < table.rows(); row++) {
            double error = value.apply(table.features()[row]) - table.labels()[row];
            squares += error * error;
        }
        return new Score(0, squares / table.rows());
    }
}
