package hudson.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Hands on whole lines. */
public abstract class LineTransformationOutputStream extends OutputStream {
    private static final int LONGEST = 4096;

    private ByteArrayOutputStream line = new ByteArrayOutputStream();

    protected LineTransformationOutputStream() {}

    /** @param len how many bytes of the array count; they end with the end of the line, if there was one */
    protected abstract void eol(byte[] b, int len) throws IOException;

    @Override
    public void write(int b) throws IOException {
        line.write(b);
        if (b == '\n') {
            forceEol();
        }
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        for (int i = off; i < off + len; i++) {
            write(b[i]);
        }
    }

    /** Hands on what there is, even if the line goes on. */
    public void forceEol() throws IOException {
        if (line.size() > 0) {
            byte[] bytes = line.toByteArray();
            if (bytes.length > LONGEST) {
                line = new ByteArrayOutputStream();
            } else {
                line.reset();
            }
            eol(bytes, bytes.length);
        }
    }

    protected String trimEOL(String line) {
        return line.replaceFirst("[\\r\\n]+$", "");
    }

    @Override
    public void close() throws IOException {
        super.close();
        forceEol();
    }

    /** Writes the lines on to another stream, changed or not. */
    public abstract static class Delegating extends LineTransformationOutputStream {
        protected final OutputStream out;

        protected Delegating(OutputStream out) {
            this.out = out;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            super.close();
            out.close();
        }
    }
}
