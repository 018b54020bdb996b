package io.jenkins.plugins.sagemaker.nag;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds template files as cfn_nag_scan does. An input that is a file is taken whatever its name; a directory is walked,
 * hidden entries and links to directories are skipped, and the files whose whole path matches the pattern anywhere are
 * taken, sorted by path.
 */
public final class TemplateFiles {
    /** cfn_nag_scan's default, unanchored and case-sensitive: {@code x.yaml.bak} matches, {@code x.YAML} does not. */
    public static final String DEFAULT_PATTERN = "..*\\.json|..*\\.yaml|..*\\.yml|..*\\.template";

    private final Path base;
    private final boolean confined;
    private final Pattern pattern;

    private TemplateFiles(Path base, boolean confined, Pattern pattern) {
        this.base = base;
        this.confined = confined;
        this.pattern = pattern;
    }

    /** Takes files from inside the root only, links followed; for a build that must not look outside of its workspace. */
    public static TemplateFiles within(Path root, Pattern pattern) throws IOException {
        return new TemplateFiles(root.toRealPath(), true, pattern);
    }

    /** Takes files from anywhere, relative paths starting at the directory; for the command line. */
    public static TemplateFiles from(Path directory, Pattern pattern) {
        return new TemplateFiles(directory, false, pattern);
    }

    /**
     * Lists the files under an input path.
     *
     * @param inputPath a file or directory, relative to the root; names in the result begin with it
     * @throws NoSuchFileException if there is nothing
     * @throws IOException if the path leads outside of the root, or a directory cannot be read; the message says it
     */
    public List<TemplateFile> find(String inputPath) throws IOException {
        Path start = base.resolve(inputPath);
        if (!Files.exists(start)) {
            throw new NoSuchFileException(inputPath, null, "there is no such file or directory");
        }
        if (!isAllowed(start)) {
            throw new IOException("The path '%s' leads outside of %s.".formatted(inputPath, base));
        }
        if (!Files.isDirectory(start)) {
            return List.of(new TemplateFile(inputPath, start));
        }
        var found = new ArrayList<TemplateFile>();
        // A link is a directory of its own only where the walk starts.
        Path top = start.toRealPath();
        Files.walkFileTree(top, new Walk(top, inputPath.isEmpty() ? "." : inputPath, found));
        found.sort(Comparator.comparing(TemplateFile::name));
        return found;
    }

    private boolean isAllowed(Path path) throws IOException {
        return !confined || path.toRealPath().startsWith(base);
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        private final Path top;
        private final String prefix;
        private final List<TemplateFile> found;

        private Walk(Path top, String prefix, List<TemplateFile> found) {
            this.top = top;
            this.prefix = prefix.endsWith("/") ? prefix : prefix + "/";
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return !directory.equals(top) && isHidden(directory)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            String name = prefix + top.relativize(file).toString().replace('\\', '/');
            boolean regular = attributes.isRegularFile()
                    || (Files.isSymbolicLink(file) && Files.isRegularFile(file) && isAllowed(file));
            if (regular && !isHidden(file) && pattern.matcher(name).find()) {
                found.add(new TemplateFile(name, file));
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isHidden(Path path) {
            Path name = path.getFileName();
            return name != null && name.toString().startsWith(".");
        }
    }
}
