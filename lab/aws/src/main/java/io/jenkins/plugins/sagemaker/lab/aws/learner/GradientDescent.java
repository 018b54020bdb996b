package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.math.optimisers.Adam;
import org.tribuo.math.optimisers.RMSProp;
import org.tribuo.math.optimisers.SGD;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.sgd.objectives.SquaredLoss;

/**
 * How a linear model is trained: Tribuo's stochastic gradient descent with the settings of SageMaker's built-in
 * algorithms.
 *
 * @param optimizer {@code sgd}, {@code nag}, {@code adam}, {@code rmsprop} or {@code adagrad}
 * @param learningRate step size
 * @param momentum of {@code sgd} and {@code nag}, 0 to 1
 * @param beta1 of {@code adam}
 * @param beta2 of {@code adam}
 * @param epochs passes over the data, at least 1
 * @param batchSize rows per step, at least 1
 */
record GradientDescent(
        String optimizer, double learningRate, double momentum, double beta1, double beta2, int epochs, int batchSize) {

    /** Same data and settings make the same model. */
    private static final long SEED = 1;

    private static final int NEVER_LOG = -1;

    /**
     * Tribuo reports each training at level INFO, which would mix with what our user reads. Held, lest the level is
     * lost.
     */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    static {
        TRIBUO.setLevel(Level.WARNING);
    }

    private static final double EPSILON = 1e-8;

    /** Trains a classifier of classes 0 to {@code classes - 1}. */
    Model<Label> classifier(Table table, int classes, EpochListener listener, EpochCheckpoints checkpoints)
            throws ContainerFailure, InterruptedException {
        MutableDataset<Label> data =
                table.toDataset(new LabelFactory(), row -> new Label(Integer.toString(table.label(row))));
        return run(
                (optimiser, rounds) -> new org.tribuo.classification.sgd.linear.LinearSGDTrainer(
                        new LogMulticlass(), optimiser, rounds, NEVER_LOG, batchSize, SEED),
                data,
                classes,
                listener,
                checkpoints);
    }

    /** Trains a regression with one output. */
    Model<Regressor> regression(Table table, EpochListener listener, EpochCheckpoints checkpoints)
            throws ContainerFailure, InterruptedException {
        MutableDataset<Regressor> data =
                table.toDataset(new RegressionFactory(), row -> new Regressor("value", table.labels()[row]));
        return run(
                (optimiser, rounds) -> new org.tribuo.regression.sgd.linear.LinearSGDTrainer(
                        new SquaredLoss(), optimiser, rounds, NEVER_LOG, batchSize, SEED),
                data,
                1,
                listener,
                checkpoints);
    }

    private <T extends Output<T>> Model<T> run(
            BiFunction<StochasticGradientOptimiser, Integer, Trainer<T>> trainers,
            MutableDataset<T> data,
            int outputs,
            EpochListener listener,
            EpochCheckpoints checkpoints)
            throws ContainerFailure, InterruptedException {
        EpochCheckpoints.Start start = checkpoints.load();
        if (start.weights() != null) {
            check(start, data);
        }
        if (start.epochs() >= epochs) {
            return trainers.apply(new FrozenOptimiser(named(), start.parameters()), 1)
                    .train(data);
        }
        try {
            return trainers.apply(optimiser(data, outputs, listener, start, checkpoints), epochs - start.epochs())
                    .train(data);
        } catch (EpochOptimiser.Ended e) {
            return trainers.apply(new FrozenOptimiser(named(), e.parameters()), 1)
                    .train(data);
        } catch (EpochOptimiser.Broken e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            if (e.getCause() instanceof ContainerFailure failure) {
                throw failure;
            }
            throw e;
        }
    }

    private static void check(EpochCheckpoints.Start start, MutableDataset<?> data) throws ContainerFailure {
        int rows = data.getOutputIDInfo().size();
        int columns = data.getFeatureMap().size() + 1; // the last one is the bias
        if (start.weights().length != rows || start.weights()[0].length != columns) {
            throw ContainerFailure.client(
                    "The checkpoint is of a model with other inputs or outputs than this data has;"
                            + " take another place for checkpoints.");
        }
    }

    private StochasticGradientOptimiser optimiser(
            MutableDataset<?> data,
            int outputs,
            EpochListener listener,
            EpochCheckpoints.Start start,
            EpochCheckpoints checkpoints) {
        var info = data.getOutputIDInfo();
        int stepsPerEpoch = (data.size() + batchSize - 1) / batchSize;
        return new EpochOptimiser(named(), stepsPerEpoch, start.parameters(), (epoch, parameters) -> {
            int number = start.epochs() + epoch;
            double factor = listener.ended(number, LinearModel.of(parameters, info, outputs));
            checkpoints.save(number + 1, parameters);
            return factor;
        });
    }

    private StochasticGradientOptimiser named() {
        // Tribuo adds the gradients of a batch up; these two, unlike the others, feel the difference to the mean.
        double perRow = learningRate / batchSize;
        return switch (optimizer) {
            case "sgd" -> SGD.getSimpleSGD(perRow, momentum, SGD.Momentum.STANDARD);
            case "nag" -> SGD.getSimpleSGD(perRow, momentum, SGD.Momentum.NESTEROV);
            case "adam" -> new Adam(learningRate, beta1, beta2, EPSILON);
            case "rmsprop" -> new RMSProp(learningRate, 0.9, EPSILON, 0);
            case "adagrad" -> new AdaGrad(learningRate, 0.1);
            default -> throw new IllegalArgumentException(optimizer);
        };
    }
}
