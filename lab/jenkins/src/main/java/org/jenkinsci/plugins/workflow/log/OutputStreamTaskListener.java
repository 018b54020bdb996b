package org.jenkinsci.plugins.workflow.log;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.TaskListener;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A listener that can be asked for the stream below its logger. */
public interface OutputStreamTaskListener extends TaskListener {

    @NonNull
    OutputStream getOutputStream();

    /** The stream below the listener's logger, or the logger. */
    static @NonNull OutputStream getOutputStream(@NonNull TaskListener listener) {
        return listener instanceof OutputStreamTaskListener known ? known.getOutputStream() : listener.getLogger();
    }

    /** Makes the logger from the stream. */
    abstract class Default implements OutputStreamTaskListener {

        private static final long serialVersionUID = 1L;

        private transient PrintStream logger;

        @Override
        public synchronized @NonNull PrintStream getLogger() {
            if (logger == null) {
                logger = new PrintStream(getOutputStream(), true, StandardCharsets.UTF_8);
            }
            return logger;
        }

        @Override
        public Charset getCharset() {
            return StandardCharsets.UTF_8;
        }
    }
}
