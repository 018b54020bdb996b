package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.sagemaker.aws.Workspace.LocalFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    /** The file of this path below the directory; links that lead out of it are refused like {@code ..}. */
    static Path inside(File directory, String path) throws IOException {
        Path root = directory.toPath().toRealPath();
        Path file = root.resolve(path).normalize();
        boolean leads = Files.exists(file) ? file.toRealPath().startsWith(root) : file.startsWith(root);
        if (!leads) {
            throw new Refused(
                    "The path " + path + " leads out of the workspace: give one below the current directory.");
        }
        return file;
    }

    static final class Listing extends MasterToSlaveFileCallable<List<LocalFile>> {
        private static final long serialVersionUID = 1L;
        private final String path;

        Listing(String path) {
            this.path = path;
        }

        @Override
        public List<LocalFile> invoke(File directory, VirtualChannel channel) throws IOException, InterruptedException {
            Path root = directory.toPath().toRealPath();
            Path base = inside(directory, fixedBeginning());
            List<Path> files = new ArrayList<>();
            if (isPattern()) {
                for (FilePath found : new FilePath(directory).list(path)) {
                    files.add(Path.of(found.getRemote()).toRealPath());
                }
            } else if (Files.isDirectory(base)) {
                try (Stream<Path> walk = Files.walk(base)) {
                    walk.filter(Files::isRegularFile).forEach(files::add);
                }
            } else if (Files.exists(base)) {
                files.add(base);
            }
            files.sort(Comparator.naturalOrder());
            Path origin = Files.isDirectory(base) ? base : base.getParent();
            List<LocalFile> listed = new ArrayList<>();
            for (Path file : files) {
                inside(directory, root.relativize(file).toString());
                listed.add(new LocalFile(
                        slashes(origin.relativize(file)),
                        slashes(root.relativize(file)),
                        Files.size(file),
                        sha256(file)));
            }
            return listed;
        }

        private boolean isPattern() {
            return path.contains("*") || path.contains("?");
        }

        /** The folders of a pattern before the first one with a wildcard. */
        private String fixedBeginning() {
            if (!isPattern()) {
                return path;
            }
            var fixed = new ArrayList<String>();
            for (String part : path.split("/")) {
                if (part.contains("*") || part.contains("?")) {
                    break;
                }
                fixed.add(part);
            }
            return String.join("/", fixed);
        }

        private static String slashes(Path path) {
            return path.toString().replace(File.separatorChar, '/');
        }

        private static String sha256(Path file) throws IOException {
            try (InputStream in = Files.newInputStream(file)) {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                byte[] buffer = new byte[64 * 1024];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    digest.update(buffer, 0, n);
                }
                return HexFormat.of().formatHex(digest.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
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
            Path file = inside(directory, path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return null;
        }
    }
}
