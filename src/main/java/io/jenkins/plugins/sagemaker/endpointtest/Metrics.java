package io.jenkins.plugins.sagemaker.endpointtest;

import java.util.ArrayList;
import java.util.List;

/** What the quality of predictions is measured by, as users name it. */
public final class Metrics {

    /** Of classes. Precision, recall and F1 are the plain means over the classes of the data set (macro). */
    static final List<String> CLASSIFICATION = List.of("accuracy", "precision", "recall", "f1", "logLoss", "auc");

    /** Of numbers. */
    static final List<String> REGRESSION = List.of("rmse", "mae", "r2");

    private Metrics() {}

    /**
     * A bound on one of accuracy, precision, recall, f1, logLoss, auc, rmse, mae, r2.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static Threshold threshold(String text) {
        List<String> all = new ArrayList<>(CLASSIFICATION);
        all.addAll(REGRESSION);
        return Threshold.parse(text, all);
    }
}
