package io.jenkins.plugins.sagemaker.lab.aws;

import java.util.Map;
import java.util.SplittableRandom;

/**
 * One kind of fault inside a service, with its probability per subject; the subject {@code ""} stands for all others.
 */
final class Chance implements FaultSource {

    private final String kind;
    private final Map<String, Double> probabilities;
    private final SplittableRandom random;

    Chance(String kind, Map<String, Double> probabilities, long seed) {
        this.kind = kind;
        this.probabilities = Map.copyOf(probabilities);
        this.random = new SplittableRandom(seed * 31 + kind.hashCode());
    }

    @Override
    public synchronized boolean chance(String asked, String subject) {
        if (!asked.equals(kind)) {
            return false;
        }
        Double probability = probabilities.getOrDefault(subject, probabilities.get(""));
        return probability != null && random.nextDouble() < probability;
    }
}
