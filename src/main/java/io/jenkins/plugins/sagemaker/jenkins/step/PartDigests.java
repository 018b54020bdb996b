package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.sagemaker.aws.Workspace.LocalFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import jenkins.MasterToSlaveFileCallable;

/** Digests a file on the agent part by part, and as a whole, by which it is known for the one that was listed. */
final class PartDigests extends MasterToSlaveFileCallable<List<String>> {

    private static final long serialVersionUID = 1L;
    private static final int BUFFER = 64 * 1024;

    private final LocalFile file;
    private final long partSize;

    PartDigests(LocalFile file, long partSize) {
        this.file = file;
        this.partSize = partSize;
    }

    @Override
    public List<String> invoke(File directory, VirtualChannel channel) throws IOException {
        List<String> digests = new ArrayList<>();
        MessageDigest whole = Listing.sha256();
        MessageDigest part = Listing.sha256();
        byte[] buffer = new byte[BUFFER];
        long left = partSize;
        try (InputStream in = Files.newInputStream(WorkspaceFiles.inside(directory, file.source()))) {
            for (int n = in.read(buffer, 0, (int) Math.min(BUFFER, left));
                    n >= 0;
                    n = in.read(buffer, 0, (int) Math.min(BUFFER, left))) {
                whole.update(buffer, 0, n);
                part.update(buffer, 0, n);
                left -= n;
                if (left == 0) {
                    digests.add(HexFormat.of().formatHex(part.digest()));
                    left = partSize;
                }
            }
        }
        if (left < partSize) {
            digests.add(HexFormat.of().formatHex(part.digest()));
        }
        if (!HexFormat.of().formatHex(whole.digest()).equals(file.sha256())) {
            throw WorkspaceFiles.changed(file.source());
        }
        return digests;
    }
}
