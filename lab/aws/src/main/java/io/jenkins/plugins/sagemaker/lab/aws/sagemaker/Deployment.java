package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * An endpoint configuration brought to life: what answers an endpoint's requests.
 *
 * @param config the configuration
 * @param variants its production variants, in its order
 */
record Deployment(StoredResource config, List<Variant> variants) {

    Optional<Variant> find(String name) {
        return variants.stream().filter(variant -> variant.name().equals(name)).findFirst();
    }

    /** A variant by chance, each as often as its weight says. */
    Variant choose() {
        if (variants.size() == 1) {
            return variants.get(0);
        }
        double total = 0;
        for (Variant variant : variants) {
            total += variant.weight();
        }
        double point = ThreadLocalRandom.current().nextDouble() * total;
        for (Variant variant : variants) {
            point -= variant.weight();
            if (point < 0) {
                return variant;
            }
        }
        return variants.get(0);
    }
}
