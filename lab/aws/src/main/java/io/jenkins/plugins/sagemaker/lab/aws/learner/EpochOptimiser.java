package io.jenkins.plugins.sagemaker.lab.aws.learner;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import java.util.Arrays;
import java.util.Objects;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.Parameters;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.Tensor;

/**
 * An optimiser that counts steps, so that something can happen after each epoch. Tribuo's trainers know no such moment:
 * they run all epochs in one call, and only the optimiser is called in between.
 */
final class EpochOptimiser implements StochasticGradientOptimiser {

    private final StochasticGradientOptimiser optimiser;
    private final int stepsPerEpoch;
    private final Tensor[] start;
    private final Callback callback;
    private LinearParameters parameters;
    private int steps;
    private double factor = 1;

    /** @param start the parameters to begin with; null for the trainer's own */
    EpochOptimiser(StochasticGradientOptimiser optimiser, int stepsPerEpoch, Tensor[] start, Callback callback) {
        this.optimiser = optimiser;
        this.start = start;
        this.stepsPerEpoch = stepsPerEpoch;
        this.callback = callback;
    }

    @Override
    public void initialise(Parameters initial) {
        parameters = (LinearParameters) initial;
        if (start != null) {
            parameters.set(start);
        }
        optimiser.initialise(initial);
    }

    @Override
    public Tensor[] step(Tensor[] gradients, double weight) {
        // The parameters hold the steps up to the one before this.
        if (steps > 0 && steps % stepsPerEpoch == 0) {
            endEpoch();
            if (factor == 0) {
                throw new Ended(Arrays.stream(trained().get()).map(Tensor::copy).toArray(Tensor[]::new));
            }
        }
        steps++;
        Tensor[] updates = optimiser.step(gradients, weight);
        if (factor != 1) {
            for (Tensor update : updates) {
                update.scaleInPlace(factor);
            }
        }
        return updates;
    }

    @Override
    public void finalise() {
        optimiser.finalise();
        endEpoch();
    }

    private LinearParameters trained() {
        return Objects.requireNonNull(parameters, "A trainer calls initialise before anything else.");
    }

    private void endEpoch() {
        try {
            factor = callback.ended((steps - 1) / stepsPerEpoch, trained());
        } catch (ContainerFailure | InterruptedException e) {
            throw new Broken(e);
        }
    }

    @Override
    public void reset() {
        optimiser.reset();
        steps = 0;
        factor = 1;
    }

    @Override
    public StochasticGradientOptimiser copy() {
        return new EpochOptimiser(optimiser.copy(), stepsPerEpoch, start, callback);
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return optimiser.getProvenance();
    }

    /** As {@link EpochListener}, with the parameters themselves. */
    interface Callback {
        double ended(int epoch, LinearParameters parameters) throws ContainerFailure, InterruptedException;
    }

    /** Leaves Tribuo's training loop before its last epoch, with the parameters as they are. */
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Tensor[] parameters;

        private Ended(Tensor[] parameters) {
            this.parameters = parameters;
        }

        Tensor[] parameters() {
            return parameters;
        }
    }

    /** Carries a checked exception out of Tribuo's training loop. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Broken(Exception cause) {
            super(cause);
        }
    }
}
