package org.kohsuke.stapler.framework.io;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;

/** A text that may still grow. */
public class LargeText {
    protected final Charset charset;
    private final File file;
    private volatile boolean completed;

    public LargeText(File file, Charset charset, boolean completed) {
        this.file = file;
        this.charset = charset;
        this.completed = completed;
    }

    public boolean isComplete() {
        return completed;
    }

    public void markAsComplete() {
        completed = true;
    }

    /** Bytes. */
    public long length() {
        return file.length();
    }

    public Reader readAll() throws IOException {
        return new InputStreamReader(labOpen(), charset);
    }

    protected InputStream labOpen() throws IOException {
        return file.exists() ? Files.newInputStream(file.toPath()) : InputStream.nullInputStream();
    }

    /** Copies from a byte on; answers where the next copy should begin. */
    public long writeLogTo(long start, OutputStream out) throws IOException {
        try (InputStream in = labOpen()) {
            in.skipNBytes(Math.min(start, length()));
            return start + in.transferTo(out);
        }
    }
}
