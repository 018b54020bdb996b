package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.sagemaker.aws.Workspace.Upload;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import jenkins.MasterToSlaveFileCallable;

/** Packs files on the agent, outside of the workspace, and sends the archive. */
final class Packing extends MasterToSlaveFileCallable<Void> {

    private static final long serialVersionUID = 1L;

    private final TreeMap<String, String> entries;
    private final Upload to;

    Packing(SortedMap<String, String> entries, Upload to) {
        this.entries = new TreeMap<>(entries);
        this.to = to;
    }

    @Override
    public Void invoke(File directory, VirtualChannel channel) throws IOException, InterruptedException {
        Path archive = Files.createTempFile("sagemaker-", ".tar.gz");
        try {
            try (var tar = new TarGz(Files.newOutputStream(archive))) {
                for (Map.Entry<String, String> entry : entries.entrySet()) {
                    tar.add(entry.getKey(), WorkspaceFiles.inside(directory, entry.getValue()));
                }
            }
            new SignedPut().send(to, archive);
        } finally {
            Files.deleteIfExists(archive);
        }
        return null;
    }
}
