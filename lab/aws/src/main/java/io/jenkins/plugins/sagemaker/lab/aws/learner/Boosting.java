package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tribuo.Model;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.rtree.CARTJointRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;

/**
 * Gradient boosting (Friedman 2001): each round fits one of Tribuo's regression trees to what the rounds before it got
 * wrong. One tree covers all classes at once.
 */
final class Boosting {

    private final BoostingSettings settings;
    private final Table train;
    private final double base;
    private final double[][] margins;
    private final List<Model<Regressor>> trees = new ArrayList<>();

    Boosting(BoostingSettings settings, Table train) {
        this.settings = settings;
        this.train = train;
        this.base = settings.isRegression()
                ? Arrays.stream(train.labels()).average().orElse(0)
                : 0;
        this.margins = start(train.rows());
    }

    /** The raw scores of rows before the first tree. */
    double[][] start(int rows) {
        var start = new double[rows][settings.outputs()];
        for (double[] row : start) {
            Arrays.fill(row, base);
        }
        return start;
    }

    void next() {
        String[] outputs = Table.names(settings.outputs());
        var data = train.toDataset(new RegressionFactory(), row -> new Regressor(outputs, errors(row)));
        var trainer = new CARTJointRegressionTrainer(
                settings.depth() + 1,
                settings.minChildWeight(),
                0f,
                (float) settings.columnShare(),
                new MeanSquaredError(),
                false,
                settings.seed() + trees.size());
        trees.add(trainer.train(data));
        addLatestTree(train, margins);
    }

    /** The negative gradient of the loss: for all objectives here, truth minus prediction. */
    private double[] errors(int row) {
        double label = train.labels()[row];
        if (settings.isRegression()) {
            return new double[] {label - margins[row][0]};
        }
        if (settings.outputs() == 1) {
            return new double[] {label - Probabilities.sigmoid(margins[row][0])};
        }
        double[] errors = Probabilities.softmax(margins[row]);
        for (int i = 0; i < errors.length; i++) {
            errors[i] = (i == (int) label ? 1 : 0) - errors[i];
        }
        return errors;
    }

    /** Adds the newest tree's opinion to the raw scores of these rows. */
    void addLatestTree(Table table, double[][] scores) {
        var latest = new BoostedTrees(
                List.of(trees.get(trees.size() - 1)), settings.outputs(), table.columns(), settings.stepSize(), 0);
        for (int row = 0; row < table.rows(); row++) {
            double[] more = latest.margins(table.features()[row]);
            for (int i = 0; i < more.length; i++) {
                scores[row][i] += more[i];
            }
        }
    }

    double[][] trainMargins() {
        return margins;
    }

    double base() {
        return base;
    }

    List<Model<Regressor>> trees() {
        return trees;
    }
}
