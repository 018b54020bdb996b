package hudson.console;

import hudson.MarkupText;
import java.io.IOException;
import java.io.Serial;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns the text after it into a link. */
public class HyperlinkNote extends ConsoleNote<Object> {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger LOGGER = Logger.getLogger(HyperlinkNote.class.getName());

    private final String url;
    private final int length;

    /** @param length how many characters of the text after the note are the link's text */
    public HyperlinkNote(String url, int length) {
        this.url = url;
        this.length = length;
    }

    @Override
    public ConsoleAnnotator<?> annotate(Object context, MarkupText text, int charPos) {
        text.addMarkup(charPos, charPos + length, "<a href='" + url + "'" + extraAttributes() + ">", "</a>");
        return null;
    }

    protected String extraAttributes() {
        return "";
    }

    public static String encodeTo(String url, String text) {
        String line = text.replace('\n', ' ').replace('\r', ' ');
        return labEncode(new HyperlinkNote(url, line.length()), line);
    }

    static String labEncode(HyperlinkNote note, String text) {
        try {
            return note.encode() + text;
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Failed to serialize " + note.getClass(), e);
            return text;
        }
    }
}
