package io.jenkins.plugins.sagemaker.endpointtest;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Predictions of numbers: root mean squared error, mean absolute error, and the coefficient of determination, which is 1 minus the
 * squared errors' share of the labels' own variation.
 */
final class NumberTally implements QualityTally {

    private static final long serialVersionUID = 1L;

    private int count;
    private double squaredErrors;
    private double absoluteErrors;
    private double mean;
    /** Sum of the squared distances of the labels from their mean, kept by Welford's method, which loses no digits. */
    private double variation;

    @Override
    public NumberTally copy() {
        NumberTally copy = new NumberTally();
        copy.count = count;
        copy.squaredErrors = squaredErrors;
        copy.absoluteErrors = absoluteErrors;
        copy.mean = mean;
        copy.variation = variation;
        return copy;
    }

    @Override
    public String add(String actual, Prediction prediction) {
        double wanted = Numbers.parse(actual);
        if (Double.isNaN(prediction.number())) {
            throw new IllegalArgumentException("is not a number");
        }
        double error = prediction.number() - wanted;
        count++;
        squaredErrors += error * error;
        absoluteErrors += Math.abs(error);
        double distance = wanted - mean;
        mean += distance / count;
        variation += distance * (wanted - mean);
        return "";
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        if (count > 0) {
            metrics.put("rmse", Math.sqrt(squaredErrors / count));
            metrics.put("mae", absoluteErrors / count);
            if (variation > 0) {
                metrics.put("r2", 1 - squaredErrors / variation);
            }
        }
        return metrics;
    }

    @Override
    public String whyNot(String metric) {
        return count > 0 ? "all labels are the same number" : "there was no usable answer";
    }
}
