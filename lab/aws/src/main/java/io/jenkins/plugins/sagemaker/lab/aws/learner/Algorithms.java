package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The container registry: which algorithm an image URI stands for. As no image is ever pulled, only the repository's
 * name counts; the account and the tag do not.
 */
public final class Algorithms {

    private static final List<String> FRAMEWORKS =
            List.of("pytorch-training", "tensorflow-training", "mxnet-training", "sagemaker-scikit-learn");

    private final Map<String, Algorithm> byRepository;
    private final Algorithm program;

    private Algorithms(Map<String, Algorithm> byRepository, Algorithm program) {
        this.byRepository = byRepository;
        this.program = program;
    }

    /** The algorithms that the local AWS brings along. */
    public static Algorithms builtIn() {
        var linear = new LinearLearner();
        var boosting = new GradientBoosting();
        return new Algorithms(Map.of(), null)
                .with("image-classification", new ImageClassification())
                .with("linear-learner", linear)
                .with("xgboost", boosting)
                .with("lightgbm", boosting)
                .with("idle", new Idle())
                .with("log-lines", new LogLines());
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
        return new Algorithms(all, program);
    }

    /**
     * The same with a container for requests that bring a program along, whatever their image, and for the images of
     * frameworks, which are nothing without one.
     */
    public Algorithms withPrograms(Algorithm runner) {
        var all = new Algorithms(byRepository, runner);
        for (String framework : FRAMEWORKS) {
            all = all.with(framework, runner);
        }
        return all;
    }

    /** What trains for a request: its own program if it brings one, else what the image holds. */
    public Optional<Algorithm> training(String imageUri, boolean bringsProgram) {
        return bringsProgram && program != null ? Optional.of(program) : find(imageUri);
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
