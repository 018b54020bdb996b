package hudson.model;

import hudson.console.ConsoleNote;
import hudson.console.HyperlinkNote;
import hudson.util.StreamTaskListener;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

/** Where a build's console output goes. */
public interface TaskListener extends SerializableOnlyOverRemoting {
    TaskListener NULL = new StreamTaskListener(OutputStream.nullOutputStream(), StandardCharsets.UTF_8);

    PrintStream getLogger();

    default Charset getCharset() {
        return Charset.defaultCharset();
    }

    private PrintWriter print(String prefix, String message) {
        getLogger().println(prefix + message);
        // Not to be closed: the writer is for a stack trace below the line.
        return new PrintWriter(new OutputStreamWriter(getLogger(), getCharset()), true);
    }

    default void annotate(ConsoleNote ann) throws IOException {
        ann.encodeTo(getLogger());
    }

    default void hyperlink(String url, String text) throws IOException {
        getLogger().print(HyperlinkNote.encodeTo(url, text));
    }

    default PrintWriter error(String msg) {
        return print("ERROR: ", msg);
    }

    default PrintWriter error(String format, Object... args) {
        return error(String.format(format, args));
    }

    default PrintWriter fatalError(String msg) {
        return print("FATAL: ", msg);
    }

    default PrintWriter fatalError(String format, Object... args) {
        return fatalError(String.format(format, args));
    }
}
