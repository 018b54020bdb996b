package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.Util;
import io.jenkins.plugins.sagemaker.operation.FileJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import jenkins.model.Jenkins;

/**
 * The journals of all operations of this controller, in {@code JENKINS_HOME/sagemaker-steps/operations}. One folder for all builds, so that a
 * starting controller finds them without loading any build, and finds also those whose build has been deleted. A journal stays until its
 * build is complete.
 */
final class Journals {

    private static final Logger LOGGER = Logger.getLogger(Journals.class.getName());

    private Journals() {}

    static FileJournal of(OperationOwner<?, ?> owner) {
        return new FileJournal(file(owner), owner);
    }

    /** A journal that was found on disk. */
    record Found(OperationOwner<?, ?> owner, FileJournal.Content content) {
        Found {
            Objects.requireNonNull(owner, "a journal names its owner");
            Objects.requireNonNull(content.entry(), "a journal has an entry");
        }
    }

    /** All journals that can be read. */
    static List<Found> all() {
        return load("");
    }

    /** Those of one build. */
    static List<Found> of(String build) {
        return load(Util.getDigestOf(build));
    }

    /** What cannot be read is reported to the controller's log and kept: another version of the plugin may know it. */
    private static List<Found> load(String beginning) {
        List<Found> all = new ArrayList<>();
        for (Path file : files(beginning)) {
            try {
                FileJournal.load(file)
                        .ifPresent(content -> all.add(new Found((OperationOwner<?, ?>) content.owner(), content)));
            } catch (IOException | RuntimeException e) {
                LOGGER.log(
                        Level.WARNING,
                        "The journal of an operation cannot be read, and whether it runs on is not known: " + file,
                        e);
            }
        }
        return all;
    }

    static void delete(OperationOwner<?, ?> owner) {
        try {
            Files.deleteIfExists(file(owner));
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "cannot delete the journal " + file(owner), e);
        }
    }

    private static List<Path> files(String beginning) {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(f -> f.toString().endsWith(".journal"))
                    .filter(f -> String.valueOf(f.getFileName()).startsWith(beginning))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "cannot list " + folder(), e);
            return List.of();
        }
    }

    private static Path file(OperationOwner<?, ?> owner) {
        return folder().resolve(Util.getDigestOf(owner.build()) + "-" + Util.getDigestOf(owner.node()) + ".journal");
    }

    private static Path folder() {
        return Jenkins.get().getRootDir().toPath().resolve("sagemaker-steps").resolve("operations");
    }
}
