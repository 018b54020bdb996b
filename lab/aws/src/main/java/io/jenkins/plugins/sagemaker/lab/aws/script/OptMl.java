package io.jenkins.plugins.sagemaker.lab.aws.script;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Channel;
import io.jenkins.plugins.sagemaker.lab.aws.learner.ContainerFailure;
import io.jenkins.plugins.sagemaker.lab.aws.learner.ContainerSetting;
import io.jenkins.plugins.sagemaker.lab.aws.learner.TrainingContainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The folder that stands in for {@code /opt/ml}, readable by its owner only, and gone when the program is. */
final class OptMl implements AutoCloseable {

    /** SageMaker shows so many characters of the file {@code failure}. */
    private static final int LONGEST_FAILURE = 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path root;

    private OptMl(Path root) {
        this.root = root;
    }

    /** @param host part of the folder's name */
    static OptMl create(String host) throws IOException {
        var folder = new OptMl(Files.createTempDirectory("opt-ml-" + host));
        for (Path path : new Path[] {
            folder.config(), folder.data(), folder.code(), folder.model(), folder.outputData(), folder.checkpoints()
        }) {
            Files.createDirectories(path);
        }
        return folder;
    }

    Path root() {
        return root;
    }

    Path config() {
        return root.resolve("input").resolve("config");
    }

    Path data() {
        return root.resolve("input").resolve("data");
    }

    Path code() {
        return root.resolve("code");
    }

    Path model() {
        return root.resolve("model");
    }

    Path output() {
        return root.resolve("output");
    }

    Path outputData() {
        return output().resolve("data");
    }

    Path checkpoints() {
        return root.resolve("checkpoints");
    }

    /** What the program has written into {@code output/failure}; empty if nothing. */
    String failure() throws IOException {
        Path file = output().resolve("failure");
        if (!Files.isRegularFile(file)) {
            return "";
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
        return text.substring(0, Math.min(text.length(), LONGEST_FAILURE));
    }

    /** Puts everything there that SageMaker has there when a container starts. */
    void lay(TrainingContainer container, String host) throws IOException, ContainerFailure {
        ContainerSetting setting = container.setting();
        JSON.writeValue(config().resolve("hyperparameters.json").toFile(), container.hyperparameters());
        ObjectNode resources = JSON.createObjectNode().put("current_host", host);
        setting.hosts().forEach(resources.putArray("hosts")::add);
        resources.put("current_instance_type", setting.instanceType()).put("network_interface_name", "lo");
        JSON.writeValue(config().resolve("resourceconfig.json").toFile(), resources);
        ObjectNode channels = JSON.createObjectNode();
        for (Channel channel : container.channels().values()) {
            channels.putObject(channel.name())
                    .put("ContentType", channel.contentType())
                    .put("TrainingInputMode", "File")
                    .put("S3DistributionType", "FullyReplicated")
                    .put("RecordWrapperType", "None");
            for (Channel.InputFile file : channel.files()) {
                write(
                        data().resolve(channel.name()),
                        file.path(),
                        file.content().get());
            }
        }
        JSON.writeValue(config().resolve("inputdataconfig.json").toFile(), channels);
        for (Map.Entry<String, byte[]> file : container.checkpoints().entrySet()) {
            write(checkpoints(), file.getKey(), file.getValue());
        }
    }

    /**
     * Writes a file below a folder.
     *
     * @throws ContainerFailure if the path leads out of the folder
     */
    static void write(Path folder, String path, byte[] content) throws IOException, ContainerFailure {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder) || file.equals(folder)) {
            throw ContainerFailure.client("The path " + path + " leads out of its folder.");
        }
        Files.createDirectories(Objects.requireNonNull(file.getParent(), "it lies below the folder"));
        Files.write(file, content);
    }

    /** All plain files below a folder, by path with slashes. Links are not followed. */
    static Map<String, Supplier<byte[]>> files(Path folder) throws IOException {
        Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file :
                    (Iterable<Path>) walk.filter(path -> Files.isRegularFile(path) && !Files.isSymbolicLink(path))
                            .sorted()::iterator) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), () -> read(file));
            }
        }
        return files;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.walkFileTree(root, new Deletion());
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
            if (problem != null) {
                throw problem;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
