package hudson.model;

import hudson.util.StreamTaskListener;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Serial;
import java.nio.charset.Charset;

/** A build's listener that writes to a stream. */
public class StreamBuildListener extends StreamTaskListener implements BuildListener {
    @Serial
    private static final long serialVersionUID = 1L;

    public StreamBuildListener(OutputStream out, Charset charset) {
        super(out, charset);
    }

    public StreamBuildListener(File out, Charset charset) throws IOException {
        super(out, charset);
    }

    public StreamBuildListener(PrintStream out, Charset charset) {
        super(out, charset);
    }
}
