package jenkins.util;

import hudson.FilePath;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Trees;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;

/** A file to be read only; here always one of this machine. */
public abstract class VirtualFile implements Comparable<VirtualFile>, Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    protected VirtualFile() {}

    public abstract String getName();

    public abstract URI toURI();

    public abstract VirtualFile getParent();

    public abstract boolean isDirectory() throws IOException;

    public abstract boolean isFile() throws IOException;

    public abstract boolean exists() throws IOException;

    public abstract VirtualFile[] list() throws IOException;

    public abstract VirtualFile child(String name);

    public abstract long length() throws IOException;

    public abstract long lastModified() throws IOException;

    public abstract boolean canRead() throws IOException;

    public abstract InputStream open() throws IOException;

    /** Ant patterns. */
    public Collection<String> list(String includes, String excludes, boolean useDefaultExcludes) throws IOException {
        return Trees.glob(new File(toURI()), includes, excludes, useDefaultExcludes);
    }

    public static VirtualFile forFile(File f) {
        return new OfFile(f);
    }

    public static VirtualFile forFilePath(FilePath f) {
        return new OfFile(new File(f.getRemote()));
    }

    @Override
    public final int compareTo(VirtualFile o) {
        return toURI().compareTo(o.toURI());
    }

    @Override
    public final boolean equals(Object obj) {
        return obj instanceof VirtualFile that && toURI().equals(that.toURI());
    }

    @Override
    public final int hashCode() {
        return toURI().hashCode();
    }

    @Override
    public final String toString() {
        return toURI().toString();
    }

    private static final class OfFile extends VirtualFile {
        @Serial
        private static final long serialVersionUID = 1L;

        private final File f;

        OfFile(File f) {
            this.f = f;
        }

        @Override
        public String getName() {
            return f.getName();
        }

        @Override
        public URI toURI() {
            return f.toURI();
        }

        @Override
        public VirtualFile getParent() {
            return new OfFile(f.getParentFile());
        }

        @Override
        public boolean isDirectory() {
            return f.isDirectory();
        }

        @Override
        public boolean isFile() {
            return f.isFile();
        }

        @Override
        public boolean exists() {
            return f.exists();
        }

        @Override
        public VirtualFile[] list() {
            File[] children = f.listFiles();
            return children == null
                    ? new VirtualFile[0]
                    : Arrays.stream(children).map(OfFile::new).toArray(VirtualFile[]::new);
        }

        @Override
        public VirtualFile child(String name) {
            return new OfFile(new File(f, name));
        }

        @Override
        public long length() {
            return f.length();
        }

        @Override
        public long lastModified() {
            return f.lastModified();
        }

        @Override
        public boolean canRead() {
            return f.canRead();
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(f.toPath());
        }
    }
}
