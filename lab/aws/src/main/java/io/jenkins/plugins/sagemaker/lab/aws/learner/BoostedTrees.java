package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.Arrays;
import java.util.List;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.impl.ArrayExample;
import org.tribuo.regression.Regressor;

/**
 * The sum of many regression trees.
 *
 * @param trees Tribuo's trees, all with the same outputs
 * @param outputs how many numbers each tree gives
 * @param columns how many features a row has
 * @param eta the weight of each tree
 * @param base what the sum starts from
 */
record BoostedTrees(List<? extends Model<?>> trees, int outputs, int columns, double eta, double base) {

    /** The raw scores of a row. */
    double[] margins(double[] row) {
        var sum = new double[outputs];
        Arrays.fill(sum, base);
        Example<Regressor> example = new ArrayExample<>(new Regressor("unknown", 0), Table.names(columns), row);
        for (Model<?> tree : trees) {
            Regressor value = tree.castModel(Regressor.class).predict(example).getOutput();
            // Tribuo sorts the dimensions by name, and our names sort like their numbers.
            for (int i = 0; i < outputs; i++) {
                sum[i] += eta * value.getValues()[i];
            }
        }
        return sum;
    }
}
