package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The container registry: which algorithm an image URI stands for. As no image is ever pulled, only the repository's
 * name counts; the account and the tag do not.
 */
public final class Algorithms {

    private final Map<String, Algorithm> byRepository;

    private Algorithms(Map<String, Algorithm> byRepository) {
        this.byRepository = byRepository;
    }

    /** The algorithms that the local AWS brings along. */
    public static Algorithms builtIn() {
        var linear = new LinearLearner();
        var boosting = new GradientBoosting();
        return new Algorithms(Map.of())
                .with("image-classification", new ImageClassification())
                .with("linear-learner", linear)
                .with("xgboost", boosting)
                .with("lightgbm", boosting);
    }

    /**
     * The same with one more; what is added last is asked first.
     *
     * @param repositoryPart an image belongs to the algorithm if its repository's name contains this
     */
    public Algorithms with(String repositoryPart, Algorithm algorithm) {
        Map<String, Algorithm> all = new LinkedHashMap<>();
        all.put(repositoryPart, algorithm);
        byRepository.forEach(all::putIfAbsent);
        return new Algorithms(all);
    }

    /** The algorithm in an image; empty if there is no such image. */
    public Optional<Algorithm> find(String imageUri) {
        String repository = ImageUri.parse(imageUri).repository();
        return byRepository.entrySet().stream()
                .filter(entry -> repository.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
