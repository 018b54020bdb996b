package hudson.console;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import org.kohsuke.stapler.framework.io.LargeText;

/** The console's text with its notes. */
public class AnnotatedLargeText<T> extends LargeText {
    private final T context;

    public AnnotatedLargeText(File file, Charset charset, boolean completed, T context) {
        super(file, charset, completed);
        this.context = context;
    }

    /** What the text belongs to. */
    public T labContext() {
        return context;
    }

    private String plain(byte[] raw) {
        return ConsoleNote.removeNotes(new String(raw, charset));
    }

    /** Without notes. */
    @Override
    public long writeLogTo(long start, OutputStream out) throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        long next = super.writeLogTo(start, raw);
        out.write(plain(raw.toByteArray()).getBytes(charset));
        return next;
    }

    public long writeLogTo(long start, Writer w) throws IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        long next = super.writeLogTo(start, raw);
        w.write(plain(raw.toByteArray()));
        return next;
    }

    /** With notes. */
    public long writeRawLogTo(long start, OutputStream out) throws IOException {
        return super.writeLogTo(start, out);
    }
}
