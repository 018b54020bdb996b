package hudson.console;

import hudson.MarkupText;
import java.io.Serial;
import java.io.Serializable;

/** Marks up the console's lines. */
public abstract class ConsoleAnnotator<T> implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    protected ConsoleAnnotator() {}

    public abstract ConsoleAnnotator<T> annotate(T context, MarkupText text);
}
