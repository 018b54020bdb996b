package io.jenkins.plugins.sagemaker.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Markdown pages of the repository, as far as tests read them. */
final class Pages {

    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");
    private static final Pattern HEADING = Pattern.compile("#+ Parameters(?: of `(\\w+)`)?");
    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\|.*");
    private static final Pattern SAMPLE = Pattern.compile("(?ms)^```groovy\\n(.*?)^```");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]\\[]*\\]\\(([^)\\s]+)\\)");

    private Pages() {}

    static List<Path> all() {
        List<Path> pages = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(String.valueOf(folder.getFileName()))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".md")) {
                        pages.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pages;
    }

    static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the tables under "Parameters of `name`" list, by that name; under a plain "Parameters" by the empty one. */
    static Map<String, Set<String>> parameters(Path page) {
        Map<String, Set<String>> all = new TreeMap<>();
        String owner = null;
        boolean table = false;
        for (String line : text(page).lines().toList()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                owner = heading.group(1) == null ? "" : heading.group(1);
                all.put(owner, new TreeSet<>());
            } else if (line.startsWith("# ") || line.startsWith("## ")) {
                owner = null;
            }
            table = line.startsWith("| Parameter |") || table && line.startsWith("|");
            Matcher row = ROW.matcher(line);
            if (table && owner != null && row.matches()) {
                all.get(owner).add(row.group(1));
            }
        }
        return all;
    }

    /** The first column of the tables that begin with this header. */
    static Set<String> firstColumn(Path page, String header) {
        Set<String> all = new TreeSet<>();
        boolean table = false;
        for (String line : text(page).lines().toList()) {
            table = line.startsWith("| " + header + " |") || table && line.startsWith("|");
            Matcher row = ROW.matcher(line);
            if (table && row.matches()) {
                all.add(row.group(1));
            }
        }
        return all;
    }

    static List<String> groovySamples(Path page) {
        return SAMPLE.matcher(text(page)).results().map(m -> m.group(1)).toList();
    }

    /** Targets of links, without those in code. */
    static List<String> links(Path page) {
        String prose = text(page).replaceAll("(?ms)^```.*?^```", "").replaceAll("`[^`\n]*`", "code");
        return LINK.matcher(prose).results().map(m -> m.group(1)).toList();
    }

    /** The anchors of a page's headings, as GitHub makes them. */
    static Set<String> anchors(Path page) {
        Set<String> all = new TreeSet<>();
        String prose = text(page).replaceAll("(?ms)^```.*?^```", "");
        prose.lines()
                .filter(line -> line.startsWith("#"))
                .forEach(line -> all.add(line.replaceFirst("^#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-')));
        return all;
    }
}
