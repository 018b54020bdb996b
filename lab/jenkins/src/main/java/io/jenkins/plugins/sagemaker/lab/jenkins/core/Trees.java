package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.tools.ant.BuildException;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.types.FileSet;
import org.apache.tools.tar.TarEntry;
import org.apache.tools.tar.TarInputStream;
import org.apache.tools.tar.TarOutputStream;

/** Folders of files: which ones a pattern matches (by Ant, as in Jenkins), packing and unpacking. */
public final class Trees {
    private Trees() {}

    /**
     * The files that match, relative to the folder, with {@code /} between names.
     *
     * @param includes Ant patterns, separated by commas
     * @param excludes the same, or null
     * @throws IOException if the folder is not there, or a pattern is an absolute path
     */
    public static List<String> glob(File dir, String includes, String excludes, boolean defaultExcludes)
            throws IOException {
        if (new File(includes).isAbsolute()) {
            throw new IOException("Expected a pattern relative to " + dir + " but got the absolute path " + includes);
        }
        FileSet files = new FileSet();
        files.setDir(dir);
        files.setProject(new Project());
        split(includes).forEach(p -> files.createInclude().setName(p));
        split(excludes).forEach(p -> files.createExclude().setName(p));
        files.setDefaultexcludes(defaultExcludes);
        try {
            String[] found = files.getDirectoryScanner(new Project()).getIncludedFiles();
            return Arrays.stream(found)
                    .map(f -> f.replace(File.separatorChar, '/'))
                    .sorted()
                    .toList();
        } catch (BuildException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static List<String> split(String patterns) {
        return patterns == null
                ? List.of()
                : Arrays.stream(patterns.split(","))
                        .map(String::trim)
                        .filter(p -> !p.isEmpty())
                        .toList();
    }

    /** Packs files; answers how many. */
    public static int tar(File dir, List<String> files, OutputStream out) throws IOException {
        TarOutputStream tar = new TarOutputStream(out, "UTF-8");
        tar.setLongFileMode(TarOutputStream.LONGFILE_GNU);
        tar.setBigNumberMode(TarOutputStream.BIGNUMBER_STAR);
        for (String name : files) {
            File file = new File(dir, name);
            TarEntry entry = new TarEntry(name);
            entry.setSize(file.length());
            entry.setModTime(file.lastModified());
            tar.putNextEntry(entry);
            Files.copy(file.toPath(), tar);
            tar.closeEntry();
        }
        tar.finish();
        out.flush();
        return files.size();
    }

    /** Unpacks what {@link #tar} packed. */
    public static void untar(InputStream in, File dir) throws IOException {
        try (TarInputStream tar = new TarInputStream(in, "UTF-8")) {
            for (TarEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                Path target = within(dir, e.getName());
                if (e.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    createFolderOf(target);
                    Files.copy(tar, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Packs files; answers how many. */
    public static int zip(File dir, List<String> files, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (String name : files) {
            File file = new File(dir, name);
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(file.lastModified());
            zip.putNextEntry(entry);
            Files.copy(file.toPath(), zip);
            zip.closeEntry();
        }
        zip.finish();
        out.flush();
        return files.size();
    }

    /** Unpacks what {@link #zip} packed. */
    public static void unzip(InputStream in, File dir) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                Path target = within(dir, e.getName());
                if (e.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    createFolderOf(target);
                    Files.copy(zip, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Creates the folders above a file as needed. */
    public static void createFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
    }

    private static Path within(File dir, String name) throws IOException {
        Path root = dir.toPath().toAbsolutePath().normalize();
        Path target = root.resolve(name).normalize();
        if (!target.startsWith(root)) {
            throw new IOException("The archive's entry " + name + " lies outside of " + dir);
        }
        return target;
    }
}
