package hudson;

/** A line of the console that can be marked up; the stand-in shows no page, so the marks are only collected in order. */
public class MarkupText {
    private final String text;
    private final StringBuilder marks = new StringBuilder();

    public MarkupText(String text) {
        this.text = text;
    }

    public String getText() {
        return text;
    }

    public void addMarkup(int startPos, int endPos, String startTag, String endTag) {
        marks.append(startTag).append(text, startPos, endPos).append(endTag);
    }

    public String toString(boolean preEscape) {
        return marks.isEmpty() ? text : marks.toString();
    }
}
