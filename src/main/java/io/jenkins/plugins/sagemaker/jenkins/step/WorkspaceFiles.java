package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.MasterToSlaveFileCallable;

/** What is done on the agent with files. The callables carry and bring plain data only. */
final class WorkspaceFiles {

    private WorkspaceFiles() {}

    /** The user asked for something that cannot be; the message is a sentence. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** A file is no longer what it was when it was listed. */
    static Refused changed(String path) {
        return new Refused(
                "The file " + path + " changed while it was sent: let nothing write to it during the upload.");
    }

    /** The file of this path below the directory, there or not; links that lead out of it are refused like {@code ..}. */
    static Path inside(File directory, String path) throws IOException {
        Path root = directory.toPath().toRealPath();
        try {
            Path file = root.resolve(path).normalize();
            if (file.startsWith(root) && isReallyBelow(root, file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new Refused("The path " + path + " is none on this agent: " + e.getReason() + ".");
        }
        throw new Refused("The path " + path + " leads out of the workspace: give one below the current directory.");
    }

    /** As {@link #inside}, with its folders made. */
    static Path toWrite(File directory, String path) throws IOException {
        Path file = inside(directory, path);
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return file;
    }

    /** Of a file that is still to be made, the folders that are there already count. */
    private static boolean isReallyBelow(Path root, Path file) throws IOException {
        Path there = file;
        for (Path up = file; up != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS); up = up.getParent()) {
            there = up;
        }
        try {
            return there.toRealPath().startsWith(root);
        } catch (NoSuchFileException e) {
            throw new Refused("The link " + root.relativize(there) + " in the workspace leads nowhere.");
        }
    }

    static final class Reading extends MasterToSlaveFileCallable<Map<String, byte[]>> {
        private static final long serialVersionUID = 1L;
        private final List<String> paths;
        private final long limitBytes;

        Reading(List<String> paths, long limitBytes) {
            this.paths = paths;
            this.limitBytes = limitBytes;
        }

        @Override
        public Map<String, byte[]> invoke(File directory, VirtualChannel channel) throws IOException {
            Map<String, byte[]> contents = new LinkedHashMap<>();
            long left = limitBytes;
            for (String path : paths) {
                Path file = inside(directory, path);
                if (!Files.isRegularFile(file)) {
                    throw new Refused("There is no file " + path + " in the workspace.");
                }
                left -= Files.size(file);
                if (left < 0) {
                    throw new Refused("The file " + path + " is too large: at most " + limitBytes
                            + " bytes can be read at once.");
                }
                contents.put(path, Files.readAllBytes(file));
            }
            return contents;
        }
    }

    static final class Writing extends MasterToSlaveFileCallable<Void> {
        private static final long serialVersionUID = 1L;
        private final String path;
        private final byte[] content;

        Writing(String path, byte[] content) {
            this.path = path;
            this.content = content.clone();
        }

        @Override
        public Void invoke(File directory, VirtualChannel channel) throws IOException {
            Files.write(toWrite(directory, path), content);
            return null;
        }
    }
}
