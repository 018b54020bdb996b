package io.jenkins.plugins.sagemaker.lab.aws.learner;

/**
 * The parts of a container image's URI, {@code registry/repository:tag} or {@code registry/repository@digest}.
 *
 * @param registry the registry's host; empty if the URI has none
 * @param repository the repository with its folders
 */
public record ImageUri(String registry, String repository) {

    public static ImageUri parse(String uri) {
        int slash = uri.indexOf('/');
        // Docker's rule: without a dot or a port, the first part belongs to the repository.
        boolean hasRegistry = slash > 0
                && (uri.substring(0, slash).contains(".")
                        || uri.substring(0, slash).contains(":"));
        String registry = hasRegistry ? uri.substring(0, slash) : "";
        String rest = hasRegistry ? uri.substring(slash + 1) : uri;
        int end = rest.indexOf('@');
        rest = end < 0 ? rest : rest.substring(0, end);
        int tag = rest.lastIndexOf(':');
        return new ImageUri(registry, tag < 0 ? rest : rest.substring(0, tag));
    }

    /** The account that owns an ECR registry; empty for another registry. */
    public String account() {
        return registry.matches("[0-9]{12}\\.dkr\\.ecr\\..*") ? registry.substring(0, 12) : "";
    }
}
