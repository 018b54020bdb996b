package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tribuo.math.LinearParameters;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.la.Tensor;

/**
 * The state of a training after its last epoch, kept as a checkpoint so that a job whose instances were taken away goes
 * on there. Holds the parameters and the number of epochs; an optimiser's momentum begins anew.
 */
final class EpochCheckpoints {

    private static final String FILE = "state.checkpoint";

    private final TrainingContainer container;

    EpochCheckpoints(TrainingContainer container) {
        this.container = container;
    }

    /**
     * Where to begin.
     *
     * @param epochs how many are done
     * @param weights the parameters; null for those that a training begins with
     */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares these.
    record Start(int epochs, double[][] weights) {

        static final Start ANEW = new Start(0, null);

        Tensor[] parameters() {
            return weights == null ? null : new Tensor[] {DenseMatrix.createDenseMatrix(weights)};
        }
    }

    /** @throws ContainerFailure if there is a checkpoint that is not ours */
    Start load() throws ContainerFailure {
        byte[] state = container.checkpoints().get(FILE);
        if (state == null) {
            return Start.ANEW;
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(state))) {
            int epochs = in.readInt();
            var weights = new double[in.readInt()][in.readInt()];
            for (double[] row : weights) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = in.readDouble();
                }
            }
            container.info("Going on after epoch " + (epochs - 1) + " with the checkpoint " + FILE + ".");
            return new Start(epochs, weights);
        } catch (IOException | NegativeArraySizeException e) {
            throw ContainerFailure.client("The checkpoint " + FILE + " is not of this algorithm.");
        }
    }

    /** @param epochs how many are done */
    void save(int epochs, LinearParameters parameters) {
        if (!container.hasCheckpoints()) {
            return;
        }
        DenseMatrix weights = parameters.getWeightMatrix();
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(epochs);
            out.writeInt(weights.getDimension1Size());
            out.writeInt(weights.getDimension2Size());
            for (int row = 0; row < weights.getDimension1Size(); row++) {
                for (int column = 0; column < weights.getDimension2Size(); column++) {
                    out.writeDouble(weights.get(row, column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail to be written
        }
        container.checkpoint(FILE, bytes.toByteArray());
    }
}
