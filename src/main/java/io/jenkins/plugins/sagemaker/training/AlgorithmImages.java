package io.jenkins.plugins.sagemaker.training;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** SageMaker's own training images by name: {@code xgboost:1.7-1}, {@code image-classification}, {@code pytorch:2.8}. */
public final class AlgorithmImages {

    private static final List<Image> IMAGES =
            Tables.rows("images.tsv").map(Image::parse).toList();

    private AlgorithmImages() {}

    /** One version; a row of {@code images.tsv}, where the columns are explained. */
    private record Image(
            String name, List<String> versions, String repository, String tag, String family, Set<String> without) {

        static Image parse(String row) {
            String[] c = row.split("\t");
            return new Image(
                    c[0],
                    List.of(c[1].split(",")),
                    c[2],
                    c[3],
                    c[4],
                    c.length > 5 ? Set.of(c[5].split(" ")) : Set.of());
        }
    }

    /** Every name that can be given. */
    public static Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        IMAGES.forEach(image -> names.add(image.name()));
        return names;
    }

    /** The versions of a name, the newest first. */
    public static Collection<String> versions(String name) {
        Set<String> versions = new LinkedHashSet<>();
        IMAGES.stream().filter(i -> i.name().equals(name)).forEach(i -> versions.addAll(i.versions()));
        return versions;
    }

    /**
     * The image's URI in ECR.
     *
     * @param algorithm a name, and after a colon its version, which may be missing where there is only one
     * @param instanceType decides between CPU and GPU where there is an image for each; null if it is not known
     * @throws IllegalArgumentException with a sentence that names those that may be meant, if there is no such image
     */
    public static String uri(String algorithm, String region, String instanceType) {
        int colon = algorithm.indexOf(':');
        String name = colon < 0 ? algorithm : algorithm.substring(0, colon);
        List<Image> images = IMAGES.stream().filter(i -> i.name().equals(name)).toList();
        if (images.isEmpty()) {
            throw new IllegalArgumentException(
                    "SageMaker has no algorithm " + name + " of its own: " + NearNames.to(name, names()));
        }
        if (colon < 0 && images.size() > 1) {
            throw new IllegalArgumentException("The algorithm " + name
                    + " has several versions, which do not do the same: give one, for example '" + name + ":"
                    + images.get(0).versions().get(0) + "'; there are " + String.join(", ", versions(name)) + ".");
        }
        String version = colon < 0 ? images.get(0).versions().get(0) : algorithm.substring(colon + 1);
        Image image = images.stream()
                .filter(i -> i.versions().contains(version))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The algorithm " + name + " has no version " + version
                        + ": " + NearNames.to(version, versions(name))));
        String tag = image.tag().replace("{version}", version);
        if (tag.contains("{processor}")) {
            tag = tag.replace("{processor}", processor(algorithm, instanceType));
        }
        return account(image, algorithm, region) + ".dkr.ecr." + region + "."
                + PartitionMetadata.of(Region.of(region)).dnsSuffix() + "/" + image.repository() + ":" + tag;
    }

    private static String account(Image image, String algorithm, String region) {
        Map<String, String> accounts = RegistryAccounts.known().of(image.family());
        String account = image.without().contains(region) ? null : accounts.get(region);
        if (account != null) {
            return account;
        }
        if (RegistryAccounts.known().regions().contains(region)) {
            List<String> there = accounts.keySet().stream()
                    .filter(r -> !image.without().contains(r))
                    .toList();
            throw new IllegalArgumentException("The algorithm " + algorithm + " is not in the region " + region
                    + ", but in " + String.join(", ", there) + ": train there, or give a trainingImage.");
        }
        throw new IllegalArgumentException("No registry of SageMaker's images is known in the region " + region + ": "
                + NearNames.to(region, accounts.keySet())
                + " In a region that is newer than this plugin, give a trainingImage.");
    }

    private static String processor(String algorithm, String instanceType) {
        String family = instanceType == null ? "" : instanceType.replaceFirst("^ml\\.", "");
        if (family.startsWith("trn") || family.startsWith("inf")) {
            throw new IllegalArgumentException("The image of " + algorithm + " for " + instanceType
                    + " depends on the version of the Neuron SDK: give it as trainingImage.");
        }
        return family.startsWith("g") || family.startsWith("p") ? "gpu" : "cpu";
    }
}
