package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.Arrays;

/** Arithmetic on class probabilities. */
final class Probabilities {

    private static final double LEAST = 1e-15;

    private Probabilities() {}

    static double[] softmax(double[] scores) {
        double max = Arrays.stream(scores).max().orElse(0);
        var result = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            result[i] = Math.exp(scores[i] - max);
            sum += result[i];
        }
        for (int i = 0; i < result.length; i++) {
            result[i] /= sum;
        }
        return result;
    }

    static double sigmoid(double score) {
        return 1 / (1 + Math.exp(-score));
    }

    static int best(double[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return best;
    }

    static double logLoss(double probabilityOfTruth) {
        return -Math.log(Math.max(LEAST, probabilityOfTruth));
    }
}
