package hudson.util;

import io.jenkins.plugins.sagemaker.lab.jenkins.core.Power;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside the one meant, and puts it there on {@link #commit()}. */
public class AtomicFileWriter extends Writer {
    private final Writer core;
    private final Path tmpPath;
    private final Path destPath;

    public AtomicFileWriter(Path destinationPath, Charset charset) throws IOException {
        this(destinationPath, charset, true, true);
    }

    @Deprecated
    public AtomicFileWriter(File f) throws IOException {
        this(f.toPath(), StandardCharsets.UTF_8);
    }

    public AtomicFileWriter(Path destinationPath, Charset charset, boolean integrityOnFlush, boolean integrityOnClose)
            throws IOException {
        Power.check();
        destPath = destinationPath;
        Path dir = destinationPath.toAbsolutePath().getParent();
        if (dir == null) {
            throw new IOException(destinationPath + " is no file");
        }
        Files.createDirectories(dir);
        tmpPath = Files.createTempFile(dir, destPath.getFileName() + "-atomic", "tmp");
        core = Files.newBufferedWriter(tmpPath, charset);
    }

    @Override
    public void write(char[] cbuf, int off, int len) throws IOException {
        core.write(cbuf, off, len);
    }

    @Override
    public void flush() throws IOException {
        core.flush();
    }

    @Override
    public void close() throws IOException {
        core.close();
    }

    /** Gives up: the file meant stays as it was. */
    public void abort() throws IOException {
        close();
        Files.deleteIfExists(tmpPath);
    }

    public void commit() throws IOException {
        close();
        Power.at(String.valueOf(destPath.getFileName()));
        Power.check();
        Files.move(tmpPath, destPath, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Power.at(destPath.getFileName() + " written");
    }

    public File getTemporaryFile() {
        return tmpPath.toFile();
    }

    public Path getTemporaryPath() {
        return tmpPath;
    }
}
