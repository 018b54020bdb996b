package hudson;

import com.thoughtworks.xstream.XStream;
import com.thoughtworks.xstream.XStreamException;
import hudson.util.AtomicFileWriter;
import hudson.util.XStream2;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A file that XStream writes and reads, as a whole or not at all. */
public final class XmlFile {
    private static final Logger LOGGER = Logger.getLogger(XmlFile.class.getName());
    private static final XStream DEFAULT = new XStream2();

    private final XStream xs;
    private final File file;
    private final boolean force;

    public XmlFile(File file) {
        this(DEFAULT, file);
    }

    public XmlFile(XStream xs, File file) {
        this(xs, file, true);
    }

    /** @param force whether a write should outlast a power cut; it does not make a difference here */
    public XmlFile(XStream xs, File file, boolean force) {
        this.xs = xs;
        this.file = file;
        this.force = force;
    }

    public File getFile() {
        return file;
    }

    public XStream getXStream() {
        return xs;
    }

    public boolean exists() {
        return file.exists();
    }

    public void delete() throws IOException {
        Util.deleteFile(file);
    }

    public void mkdirs() throws IOException {
        Files.createDirectories(file.getParentFile().toPath());
    }

    public Object read() throws IOException {
        LOGGER.log(Level.FINE, () -> "Reading " + file);
        try (InputStream in = Files.newInputStream(file.toPath())) {
            return xs.fromXML(in);
        } catch (XStreamException | LinkageError e) {
            throw new IOException("Unable to read " + file, e);
        }
    }

    /** Reads into an object that exists. */
    public Object unmarshal(Object o) throws IOException {
        try (InputStream in = Files.newInputStream(file.toPath())) {
            return xs.unmarshal(XStream2.getDefaultDriver().createReader(in), o);
        } catch (XStreamException | LinkageError e) {
            throw new IOException("Unable to read " + file, e);
        }
    }

    public void write(Object o) throws IOException {
        mkdirs();
        try (AtomicFileWriter w = new AtomicFileWriter(file.toPath(), StandardCharsets.UTF_8, force, true)) {
            w.write("<?xml version='1.1' encoding='UTF-8'?>\n");
            xs.toXML(o, w);
            w.commit();
        } catch (XStreamException | LinkageError e) {
            throw new IOException("Unable to write " + file, e);
        }
    }

    public Reader readRaw() throws IOException {
        return Files.newBufferedReader(file.toPath(), StandardCharsets.UTF_8);
    }

    public String asString() throws IOException {
        return Files.readString(file.toPath(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
