package io.jenkins.plugins.sagemaker.lab.aws.learner;

import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * Examples as numbers.
 *
 * @param features one row per example, all of the same length
 * @param labels the number to predict, or the number of the class; one per row
 */
record Table(double[][] features, double[] labels) {

    int rows() {
        return features.length;
    }

    int columns() {
        return features.length == 0 ? 0 : features[0].length;
    }

    int label(int row) {
        return (int) labels[row];
    }

    /**
     * The names under which Tribuo knows the columns. It numbers features by name, so the zeros keep the columns'
     * order.
     */
    static String[] names(int columns) {
        var names = new String[columns];
        for (int i = 0; i < columns; i++) {
            names[i] = "%06d".formatted(i);
        }
        return names;
    }

    /** The examples for Tribuo, with the outputs that the caller makes of each row. */
    <T extends Output<T>> MutableDataset<T> toDataset(OutputFactory<T> factory, RowOutput<T> output) {
        var dataset = new MutableDataset<T>(new SimpleDataSourceProvenance("training channel", factory), factory);
        String[] names = names(columns());
        for (int row = 0; row < rows(); row++) {
            dataset.add(new ArrayExample<>(output.of(row), names, features[row]));
        }
        return dataset;
    }

    /** What is to be learnt from a row. */
    @FunctionalInterface
    interface RowOutput<T> {
        T of(int row);
    }
}
