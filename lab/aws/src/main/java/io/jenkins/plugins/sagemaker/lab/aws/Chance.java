package io.jenkins.plugins.sagemaker.lab.aws;

import java.util.SplittableRandom;

/** One kind of fault inside a service, with its probability per subject. */
final class Chance implements FaultSource {

    private final String kind;
    private final Subjects probabilities;
    private final SplittableRandom random;

    Chance(String kind, Subjects probabilities, long seed) {
        this.kind = kind;
        this.probabilities = probabilities;
        this.random = new SplittableRandom(seed * 31 + kind.hashCode());
    }

    @Override
    public synchronized boolean chance(String asked, String subject) {
        if (!asked.equals(kind)) {
            return false;
        }
        Double probability = probabilities.of(subject);
        return probability != null && random.nextDouble() < probability;
    }
}
