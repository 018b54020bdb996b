package io.jenkins.plugins.sagemaker.nag.template;

/**
 * Walks over the {@code ${name}} of a Fn::Sub text, those with {@code ${!} left out. A name ends at the first brace of
 * its line. Takes time in proportion to the text, however many beginnings without an end it has.
 */
final class Placeholders {
    private final String text;
    private int start;
    private int end;
    private int brace = -1;
    private int lineEnd = -1;

    Placeholders(String text) {
        this.text = text;
    }

    /** Goes to the next one; false if there is none. */
    boolean next() {
        for (int at = text.indexOf("${", end); at >= 0; at = text.indexOf("${", at + 1)) {
            int afterFirst = at + 3;
            brace = brace < afterFirst ? text.indexOf('}', afterFirst) : brace;
            if (brace < 0) {
                return false;
            }
            lineEnd = lineEnd < afterFirst ? newline(afterFirst) : lineEnd;
            if (text.charAt(at + 2) != '!' && brace < lineEnd) {
                start = at;
                end = brace + 1;
                return true;
            }
        }
        return false;
    }

    private int newline(int from) {
        int at = text.indexOf('\n', from);
        return at < 0 ? text.length() : at;
    }

    int start() {
        return start;
    }

    /** The position after the closing brace. */
    int end() {
        return end;
    }

    String name() {
        return text.substring(start + 2, end - 1);
    }
}
