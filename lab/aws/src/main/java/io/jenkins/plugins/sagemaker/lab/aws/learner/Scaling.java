package io.jenkins.plugins.sagemaker.lab.aws.learner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * Brings columns to mean 0 and deviation 1, without which gradient descent favours columns with large numbers.
 *
 * @param means the mean of each column
 * @param deviations the standard deviation of each column; 1 where all values are equal
 */
record Scaling(double[] means, double[] deviations) {

    static Scaling of(double[][] rows) {
        int columns = rows[0].length;
        var means = new double[columns];
        var deviations = new double[columns];
        for (int column = 0; column < columns; column++) {
            double sum = 0;
            double squares = 0;
            for (double[] row : rows) {
                sum += row[column];
            }
            means[column] = sum / rows.length;
            for (double[] row : rows) {
                squares += Math.pow(row[column] - means[column], 2);
            }
            deviations[column] = squares > 0 ? Math.sqrt(squares / rows.length) : 1;
        }
        return new Scaling(means, deviations);
    }

    double[] scale(double[] row) {
        var scaled = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            scaled[i] = (row[i] - means[i]) / deviations[i];
        }
        return scaled;
    }

    double[][] scale(double[][] rows) {
        var scaled = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            scaled[i] = scale(rows[i]);
        }
        return scaled;
    }

    void writeTo(ArrayNode meansOut, ArrayNode deviationsOut) {
        for (int i = 0; i < means.length; i++) {
            meansOut.add(means[i]);
            deviationsOut.add(deviations[i]);
        }
    }

    static Scaling read(JsonNode means, JsonNode deviations) {
        return new Scaling(numbers(means), numbers(deviations));
    }

    private static double[] numbers(JsonNode array) {
        var numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }
}
