package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.Arrays;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.classification.Label;
import org.tribuo.common.sgd.AbstractSGDModel;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.DenseVector;

/**
 * A linear model of Tribuo's, read by the numbers of its inputs and outputs instead of by their names: a model answers
 * thousands of requests per second, and is measured on the whole training set after each epoch.
 */
final class LinearModel {

    private final DenseMatrix weights;
    private final int[] outputOfRow;
    private final int outputs;

    private LinearModel(DenseMatrix weights, int[] outputOfRow, int outputs) {
        this.weights = weights;
        this.outputOfRow = outputOfRow;
        this.outputs = outputs;
    }

    /**
     * A view of parameters, also while they are being trained.
     *
     * @param info which row of the parameters belongs to which output
     * @param outputs how many outputs there are; some may not occur in the training data
     */
    static LinearModel of(LinearParameters parameters, ImmutableOutputInfo<?> info, int outputs) {
        var outputOfRow = new int[info.size()];
        for (int row = 0; row < outputOfRow.length; row++) {
            Output<?> output = info.getOutput(row);
            outputOfRow[row] = output instanceof Label label ? Integer.parseInt(label.getLabel()) : row;
        }
        return new LinearModel(parameters.getWeightMatrix(), outputOfRow, outputs);
    }

    /** @throws IllegalArgumentException if this is another kind of model */
    static LinearModel of(Model<?> model, int outputs) {
        if (model instanceof AbstractSGDModel<?> linear
                && linear.getModelParameters() instanceof LinearParameters parameters) {
            return of(parameters, model.getOutputIDInfo(), outputs);
        }
        throw new IllegalArgumentException(
                "not a linear model, but a " + model.getClass().getSimpleName());
    }

    /** How many numbers it takes. */
    int inputs() {
        return weights.getDimension2Size() - 1;
    }

    /** One score per output; an output that was never seen in training has none. */
    double[] scores(double[] features) {
        double[] input = Arrays.copyOf(features, features.length + 1);
        input[features.length] = 1; // Tribuo keeps the bias as the last column.
        DenseVector rows = weights.leftMultiply(DenseVector.createDenseVector(input));
        var scores = new double[outputs];
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
        for (int row = 0; row < outputOfRow.length; row++) {
            scores[outputOfRow[row]] = rows.get(row);
        }
        return scores;
    }

    /** The scores as probabilities that add up to 1. */
    double[] probabilities(double[] features) {
        return Probabilities.softmax(scores(features));
    }
}
