package io.jenkins.plugins.sagemaker.endpointtest;

import java.io.Serializable;
import java.util.Map;

/** Predictions against right answers, summed up so that any number of them takes little room and nothing is lost. */
sealed interface QualityTally extends Serializable permits ClassTally, NumberTally {

    /**
     * Counts one prediction.
     *
     * @return what is wrong with it, as a clause; empty if it is right, or if right and wrong is a matter of degree
     * @throws IllegalArgumentException with the end of a sentence that begins with "the answer" if it predicts nothing of this kind
     */
    String add(String actual, Prediction prediction);

    /** By name, in a fixed order; without those that cannot be measured. */
    Map<String, Double> metrics();

    /** Why a metric is not among {@link #metrics}, as a clause. */
    String whyNot(String metric);

    QualityTally copy();
}
