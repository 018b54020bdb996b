package hudson.console;

import hudson.ExtensionPoint;
import hudson.MarkupText;
import hudson.model.Describable;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Remoting;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An invisible note in the console text. Between the preamble and the postamble stands the serialized note, so that what
 * cannot be serialized is found out here as in Jenkins.
 */
public abstract class ConsoleNote<T> implements Serializable, Describable<ConsoleNote<?>>, ExtensionPoint {
    @Serial
    private static final long serialVersionUID = 1L;

    public static final String PREAMBLE_STR = "\u001B[8mha:";
    public static final byte[] PREAMBLE = PREAMBLE_STR.getBytes(StandardCharsets.UTF_8);
    public static final String POSTAMBLE_STR = "\u001B[0m";
    public static final byte[] POSTAMBLE = POSTAMBLE_STR.getBytes(StandardCharsets.UTF_8);

    private static final Pattern NOTE =
            Pattern.compile(Pattern.quote(PREAMBLE_STR) + ".*?" + Pattern.quote(POSTAMBLE_STR), Pattern.DOTALL);

    protected ConsoleNote() {}

    public abstract ConsoleAnnotator<?> annotate(T context, MarkupText text, int charPos);

    public String encode() throws IOException {
        return PREAMBLE_STR + Base64.getEncoder().encodeToString(Remoting.serialize(this)) + POSTAMBLE_STR;
    }

    public void encodeTo(OutputStream out) throws IOException {
        out.write(encode().getBytes(StandardCharsets.UTF_8));
    }

    public void encodeTo(Writer out) throws IOException {
        out.write(encode());
    }

    /** The text as a reader of the plain console sees it. */
    public static String removeNotes(String line) {
        return line.indexOf(PREAMBLE_STR) < 0 ? line : NOTE.matcher(line).replaceAll("");
    }

    public static List<String> removeNotes(Collection<String> logLines) {
        return logLines.stream().map(ConsoleNote::removeNotes).toList();
    }
}
