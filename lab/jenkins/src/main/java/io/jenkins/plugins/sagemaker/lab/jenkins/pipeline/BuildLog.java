package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import io.jenkins.plugins.sagemaker.lab.jenkins.core.Power;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The log of one build: all of it in the file {@code log}, and in {@code log-index} which step wrote what. Every write is
 * in the file when it returns, so a crash loses nothing.
 */
public final class BuildLog {

    /** No id of a step, and not the build either. */
    private static final String NOBODY = "";

    private final File file;
    private final File indexFile;
    private final List<OutputStream> copies = new CopyOnWriteArrayList<>();
    private FileOutputStream out;
    private FileOutputStream index;
    private String writer;
    private long length;

    public BuildLog(File file) {
        this.file = file;
        this.indexFile = new File(file.getParentFile(), "log-index");
    }

    public File file() {
        return file;
    }

    /** Copies all that has been written, and whatever will be, to that stream as well. */
    public synchronized void copyTo(OutputStream console) throws IOException {
        if (file.isFile()) {
            Files.copy(file.toPath(), console);
            console.flush();
        }
        copies.add(console);
    }

    /** Where a step, or for null the build itself, writes. Lines of different writers do not mix. */
    public OutputStream writer(String nodeId) {
        return new LineStream(nodeId);
    }

    private synchronized void write(String nodeId, byte[] bytes, int count) throws IOException {
        Power.check();
        if (out == null) {
            Files.createDirectories(file.getParentFile().toPath());
            out = new FileOutputStream(file, true);
            index = new FileOutputStream(indexFile, true);
            length = file.length();
            writer = NOBODY; // whoever wrote last is not known, so the next one is a new one
        }
        if (!Objects.equals(writer, nodeId)) {
            index.write((length + " " + (nodeId == null ? "-" : nodeId) + "\n").getBytes(StandardCharsets.US_ASCII));
            writer = nodeId;
        }
        out.write(bytes, 0, count);
        length += count;
        for (OutputStream copy : copies) {
            copy.write(bytes, 0, count);
            copy.flush();
        }
    }

    /** All that one step wrote. */
    public synchronized byte[] read(String nodeId) throws IOException {
        var text = new ByteArrayOutputStream();
        if (!indexFile.isFile()) {
            return text.toByteArray();
        }
        try (var source = new RandomAccessFile(file, "r")) {
            List<String> entries = new ArrayList<>(Files.readAllLines(indexFile.toPath()));
            for (int i = 0; i < entries.size(); i++) {
                String[] entry = entries.get(i).split(" ");
                if (entry.length == 2 && entry[1].equals(nodeId)) {
                    long from = Long.parseLong(entry[0]);
                    long to = i + 1 < entries.size()
                            ? Long.parseLong(entries.get(i + 1).split(" ")[0])
                            : source.length();
                    byte[] part = new byte[Math.toIntExact(to - from)];
                    source.seek(from);
                    source.readFully(part);
                    text.write(part);
                }
            }
        }
        return text.toByteArray();
    }

    /** Closes the files; they are opened again on the next write. */
    public synchronized void close() throws IOException {
        if (out != null) {
            out.close();
            index.close();
            out = null;
        }
    }

    private final class LineStream extends OutputStream {
        private final String nodeId;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        LineStream(String nodeId) {
            this.nodeId = nodeId;
        }

        @Override
        public synchronized void write(int b) throws IOException {
            line.write(b);
            if (b == '\n') {
                flush();
            }
        }

        @Override
        public synchronized void write(byte[] b, int off, int len) throws IOException {
            line.write(b, off, len);
            if (len > 0 && b[off + len - 1] == '\n') {
                flush();
            }
        }

        @Override
        public synchronized void flush() throws IOException {
            if (line.size() > 0) {
                byte[] bytes = line.toByteArray();
                line.reset();
                Power.at("log");
                BuildLog.this.write(nodeId, bytes, bytes.length);
            }
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
