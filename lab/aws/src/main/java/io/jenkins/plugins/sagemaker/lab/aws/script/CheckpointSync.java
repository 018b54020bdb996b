package io.jenkins.plugins.sagemaker.lab.aws.script;

import io.jenkins.plugins.sagemaker.lab.aws.learner.TrainingContainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Copies what a program writes into its checkpoint folder to S3, from time to time and at its end. A file is copied
 * when it has not changed since the look before, lest half of one is kept.
 */
final class CheckpointSync {

    /** How long to wait between two looks, in this machine's time. */
    static final long MILLIS = 200;

    private final Path folder;
    private final TrainingContainer container;
    private final Map<Path, Version> seen = new HashMap<>();
    private final Map<Path, Version> copied = new HashMap<>();

    private record Version(FileTime modified, long size) {}

    /** Files that are there already are not copied back. */
    CheckpointSync(Path folder, TrainingContainer container) throws IOException {
        this.folder = folder;
        this.container = container;
        for (Path file : files()) {
            copied.put(file, version(file));
        }
    }

    /** Looks once. */
    void copy() throws IOException {
        if (container.hasCheckpoints()) {
            look(false);
        }
    }

    /** Copies what is new, now that nothing changes any more. */
    void finish() throws IOException {
        if (container.hasCheckpoints()) {
            look(true);
        }
    }

    private void look(boolean last) throws IOException {
        for (Path file : files()) {
            try {
                Version now = version(file);
                if (!now.equals(copied.get(file)) && (last || now.equals(seen.put(file, now)))) {
                    send(file, now);
                }
            } catch (NoSuchFileException e) {
                seen.remove(file); // replaced or removed meanwhile
            }
        }
    }

    private void send(Path file, Version version) throws IOException {
        byte[] content = Files.readAllBytes(file);
        copied.put(file, version);
        container.checkpoint(folder.relativize(file).toString().replace('\\', '/'), content);
    }

    private static Version version(Path file) throws IOException {
        return new Version(Files.getLastModifiedTime(file), Files.size(file));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException e) {
            return List.of(); // a folder went away while it was walked; the next look sees what is left
        }
    }
}
