package io.jenkins.plugins.sagemaker.operation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/**
 * A journal in a file of its own, replaced atomically and forced to disk. Beside the entry it keeps its owner: all that is needed to stop
 * the operation when the build itself can no longer be loaded.
 */
public final class FileJournal implements Journal {

    /** Only our own classes and those of the JDK are read back; anything else in the file is refused. */
    private static final ObjectInputFilter FILTER =
            ObjectInputFilter.Config.createFilter("io.jenkins.plugins.sagemaker.**;java.base/*;!*");

    private final Path file;
    private final Serializable owner;

    public FileJournal(Path file, Serializable owner) {
        this.file = file;
        this.owner = owner;
    }

    /**
     * What a journal file holds.
     *
     * @param owner as given to the constructor
     */
    public record Content(Serializable owner, Entry entry) implements Serializable {}

    @Override
    public void write(Entry entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Content(owner, entry));
        }
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a journal lies in a folder");
        Files.createDirectories(folder);
        Path fresh = folder.resolve(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes.toByteArray());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public Optional<Entry> read() throws IOException {
        return load(file).map(Content::entry);
    }

    /**
     * @return nothing if there is no such file
     * @throws IOException if it cannot be read, or not by this version of the plugin
     */
    public static Optional<Content> load(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(FILTER);
            return Optional.of((Content) in.readObject());
        } catch (ClassNotFoundException | ClassCastException e) {
            throw (IOException) new InvalidClassException("not a journal of this plugin: " + file).initCause(e);
        }
    }
}
