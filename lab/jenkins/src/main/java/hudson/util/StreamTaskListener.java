package hudson.util;

import hudson.CloseProofOutputStream;
import hudson.model.TaskListener;
import hudson.remoting.RemoteOutputStream;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.WriterOutputStream;
import java.io.Closeable;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Serial;
import java.io.Writer;
import java.nio.charset.Charset;

/** A listener that writes to a stream. Sent to an agent, it writes back to the stream it came from. */
public class StreamTaskListener implements TaskListener, Closeable {
    @Serial
    private static final long serialVersionUID = 1L;

    private transient PrintStream out;
    private transient Charset charset;

    public StreamTaskListener(PrintStream out, Charset charset) {
        this.out = out;
        this.charset = charset == null ? Charset.defaultCharset() : charset;
    }

    public StreamTaskListener(OutputStream out, Charset charset) {
        this(new PrintStream(out, true, charset == null ? Charset.defaultCharset() : charset), charset);
    }

    public StreamTaskListener(File out, Charset charset) throws IOException {
        this(new FileOutputStream(out), charset);
    }

    public StreamTaskListener(Writer w) throws IOException {
        this(new WriterOutputStream(w), null);
    }

    public static StreamTaskListener fromStdout() {
        return new StreamTaskListener(System.out, Charset.defaultCharset());
    }

    public static StreamTaskListener fromStderr() {
        return new StreamTaskListener(System.err, Charset.defaultCharset());
    }

    @Override
    public PrintStream getLogger() {
        return out;
    }

    @Override
    public Charset getCharset() {
        return charset;
    }

    @Serial
    private void writeObject(ObjectOutputStream stream) throws IOException {
        getChannelForSerialization();
        stream.writeObject(new RemoteOutputStream(new CloseProofOutputStream(out)));
        stream.writeObject(charset.name());
    }

    @Serial
    private void readObject(ObjectInputStream stream) throws IOException, ClassNotFoundException {
        OutputStream target = (OutputStream) stream.readObject();
        charset = Charset.forName((String) stream.readObject());
        out = new PrintStream(target, true, charset);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    public void closeQuietly() {
        out.close();
    }
}
