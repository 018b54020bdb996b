package io.jenkins.plugins.sagemaker.nag.template;

import java.util.regex.Pattern;

/**
 * Tabs between the tokens of a YAML text. libyaml takes a tab for white space inside flow collections, and where no new
 * key or entry may begin; SnakeYAML never does.
 */
final class Tabs {
    private static final Pattern AFTER_KEY = Pattern.compile("(?m)^([ -]*[\\w.:/-]+:)\\t+");

    private Tabs() {}

    /**
     * The text with spaces for the tabs at a position and for like ones after it; null if libyaml would not take this
     * tab either.
     *
     * @param openFlows flow collections that are open there
     */
    static String replace(String text, int tab, int openFlows) {
        int before = tab - 1;
        while (before >= 0 && isBlank(text.charAt(before))) {
            before--;
        }
        boolean lineStart = before < 0 || text.charAt(before) == '\n' || text.charAt(before) == '\r';
        if (lineStart) {
            return openFlows > 0 ? replaceIndentation(text, before + 1) : null;
        }
        boolean entryMayBegin = text.charAt(before) == '-' || text.charAt(before) == '?';
        if (openFlows == 0 && entryMayBegin && !text.startsWith("---", before - 2)) {
            return null;
        }
        if (text.charAt(before) == ':' && before == tab - 1) {
            // Tables made with tabs have one per line; all at once keeps this linear.
            String rest = AFTER_KEY.matcher(text.substring(tab)).replaceAll("$1 ");
            return text.substring(0, tab) + ' ' + rest.substring(1);
        }
        return text.substring(0, tab) + ' ' + text.substring(tab + 1);
    }

    /** From one line on, for as many lines as are indented by tabs. */
    private static String replaceIndentation(String text, int lineStart) {
        var out = new StringBuilder(text);
        int line = lineStart;
        boolean tabs = true;
        while (tabs && line < out.length()) {
            tabs = false;
            int at = line;
            while (at < out.length() && isBlank(out.charAt(at))) {
                if (out.charAt(at) == '\t') {
                    tabs = true;
                    out.setCharAt(at, ' ');
                }
                at++;
            }
            int end = out.indexOf("\n", at);
            line = end < 0 ? out.length() : end + 1;
        }
        return out.toString();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
