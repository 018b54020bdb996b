package io.jenkins.plugins.sagemaker.lab.cli.report;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * HTML and SVG, written so that no text can become markup: whatever comes in as text or as an attribute's value is escaped, and there is no other
 * way in. Tag and attribute names are the program's own.
 */
final class Markup {

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names and values by turns; one whose value is null is left out
     */
    Markup open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Closes the element that was opened last. */
    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element that has text only. */
    Markup element(String tag, Object text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element that can have no content, such as {@code <br>} or {@code <circle/>}. */
    Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    Markup text(Object text) {
        escape(String.valueOf(text));
        return this;
    }

    /** Ends the line, for whoever reads the source. */
    Markup line() {
        out.append('\n');
        return this;
    }

    /** A style sheet of our own. */
    Markup style(String css) {
        out.append("<style>\n").append(css).append("</style>\n");
        return this;
    }

    /** A link that leads to http, https or a file of the report; any other address is shown as text. */
    Markup link(String text, String address) {
        boolean elsewhere = address.matches("(?i)https?://.*");
        boolean here = !address.isEmpty() && address.matches("[\\w.%/-]+") && !address.startsWith("/");
        return elsewhere
                ? element("a", text, "href", address, "rel", "noreferrer")
                : here ? element("a", text, "href", address) : text(text);
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                out.append('"');
            }
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '\n', '\r', '\t' -> out.append((char) c);
                default -> out.appendCodePoint(c < 0x20 || (c >= 0x7F && c < 0xA0) ? 0xFFFD : c);
            }
        });
    }
}
