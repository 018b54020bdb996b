package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.sagemaker.aws.Workspace.LocalFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import jenkins.MasterToSlaveFileCallable;

/**
 * Lists a folder, a file or an Ant pattern on the agent. What a link stands for is listed under the link's own name, as long as it lies in the
 * workspace.
 */
final class Listing extends MasterToSlaveFileCallable<List<LocalFile>> {

    private static final long serialVersionUID = 1L;
    private final String path;

    Listing(String path) {
        this.path = path;
    }

    @Override
    public List<LocalFile> invoke(File directory, VirtualChannel channel) throws IOException, InterruptedException {
        Path root = directory.toPath().toRealPath();
        Path base = WorkspaceFiles.inside(directory, fixedBeginning());
        List<Path> files = isPattern() ? matching(directory, root) : below(base, directory, root);
        files.sort(Comparator.naturalOrder());
        Path origin = Files.isDirectory(base) ? base : base.getParent();
        List<LocalFile> listed = new ArrayList<>();
        for (Path file : files) {
            WorkspaceFiles.inside(directory, root.relativize(file).toString());
            listed.add(new LocalFile(
                    slashes(origin.relativize(file)), slashes(root.relativize(file)), Files.size(file), sha256(file)));
        }
        return listed;
    }

    private List<Path> matching(File directory, Path root) throws IOException, InterruptedException {
        FilePath folder = new FilePath(directory);
        List<Path> files = new ArrayList<>();
        for (FilePath found : folder.list(path)) {
            files.add(root.resolve(Path.of(folder.getRemote()).relativize(Path.of(found.getRemote()))));
        }
        return files;
    }

    private static List<Path> below(Path base, File directory, Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.exists(base)) {
            Files.walkFileTree(
                    base,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    Integer.MAX_VALUE,
                    new Collecting(directory, root, files));
        }
        return files;
    }

    /** Nothing is left out silently: a link that leads nowhere or round in a circle is refused. */
    private static final class Collecting extends SimpleFileVisitor<Path> {
        private final File directory;
        private final Path root;
        private final List<Path> files;

        Collecting(File directory, Path root, List<Path> files) {
            this.directory = directory;
            this.root = root;
            this.files = files;
        }

        private void check(Path found) throws IOException {
            WorkspaceFiles.inside(directory, root.relativize(found).toString());
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            check(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            check(file);
            if (attributes.isRegularFile()) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof FileSystemLoopException) {
                throw new WorkspaceFiles.Refused(
                        "The link " + root.relativize(file) + " in the workspace leads round in a circle.");
            }
            throw e;
        }
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
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
