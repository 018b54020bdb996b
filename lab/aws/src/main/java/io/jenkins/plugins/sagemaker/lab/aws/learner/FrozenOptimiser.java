package io.jenkins.plugins.sagemaker.lab.aws.learner;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import org.tribuo.math.Parameters;
import org.tribuo.math.StochasticGradientOptimiser;
import org.tribuo.math.la.Tensor;

/**
 * An optimiser that puts given parameters in and then changes nothing. Only Tribuo's trainers can make a model, and
 * only at the end of all epochs; with this, a training that was left early becomes a model in one idle epoch.
 */
final class FrozenOptimiser implements StochasticGradientOptimiser {

    private final StochasticGradientOptimiser origin;
    private final Tensor[] parameters;

    /** @param origin the optimiser that the parameters came from, for the model's provenance */
    FrozenOptimiser(StochasticGradientOptimiser origin, Tensor[] parameters) {
        this.origin = origin;
        this.parameters = parameters;
    }

    @Override
    public void initialise(Parameters target) {
        target.set(parameters);
    }

    @Override
    public Tensor[] step(Tensor[] gradients, double weight) {
        for (Tensor gradient : gradients) {
            gradient.scaleInPlace(0);
        }
        return gradients;
    }

    @Override
    public void reset() {
        // There is no state.
    }

    @Override
    public StochasticGradientOptimiser copy() {
        return this;
    }

    @Override
    public ConfiguredObjectProvenance getProvenance() {
        return origin.getProvenance();
    }
}
