package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Notices that a journal has been written, by what lies in the controller's folder of journals. */
final class JournalWatch {

    private final Runnable written;
    private Map<String, String> known = Map.of();

    /** @param written called by the thread that has looked; may hold it up */
    JournalWatch(Runnable written) {
        this.written = written;
    }

    void look(Path home) {
        if (home != null && isNews(home)) {
            written.run();
        }
    }

    private synchronized boolean isNews(Path home) {
        Map<String, String> before = known;
        Map<String, String> there = list(home);
        known = there;
        return there.entrySet().stream().anyMatch(file -> !file.getValue().equals(before.get(file.getKey())));
    }

    /** The journals that lie there, each with what tells one version from another. */
    static Map<String, String> list(Path home) {
        Map<String, String> files = new TreeMap<>();
        Path folder = home.resolve("sagemaker-steps/operations");
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (var found = Files.newDirectoryStream(folder, "*.journal")) {
            for (Path file : found) {
                files.put(
                        String.valueOf(file.getFileName()),
                        Files.getLastModifiedTime(file) + " " + Files.getAttribute(file, "unix:ino"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
        return files;
    }
}
