package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Decodes bytes to a writer. */
public class WriterOutputStream extends OutputStream {
    private final Writer writer;
    private final CharsetDecoder decoder;
    private final ByteBuffer in = ByteBuffer.allocate(4096);
    private final CharBuffer chars = CharBuffer.allocate(4096);

    public WriterOutputStream(Writer out) {
        this(out, Charset.defaultCharset());
    }

    public WriterOutputStream(Writer out, Charset charset) {
        writer = out;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    @Override
    public void write(int b) throws IOException {
        if (!in.hasRemaining()) {
            decode(false);
        }
        in.put((byte) b);
    }

    @Override
    public void flush() throws IOException {
        decode(false);
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        decode(true);
        writer.close();
    }

    private void decode(boolean last) throws IOException {
        in.flip();
        decoder.decode(in, chars, last);
        in.compact();
        chars.flip();
        writer.append(chars);
        chars.clear();
    }
}
