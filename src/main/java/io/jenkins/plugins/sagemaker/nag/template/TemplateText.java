package io.jenkins.plugins.sagemaker.nag.template;

import java.io.IOException;
import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the text of a template: strict JSON if it begins with a brace, else YAML. Where SnakeYAML is stricter than
 * libyaml (a tab between tokens, the escape {@code \/}) the text is mended and read again.
 */
final class TemplateText {
    private static final int LONGEST_MESSAGE = 300;
    private static final int MOST_MENDINGS = 200;
    private static final int MENDED_CHARACTERS = 3_000_000;

    private TemplateText() {}

    static Object read(String text, Limits limits, boolean strict) {
        if (text.length() > limits.characters()) {
            throw new UnreadableTemplateException(
                    "The template has %d characters, more than %d.".formatted(text.length(), limits.characters()));
        }
        if (looksLikeJson(text)) {
            try {
                Optional<Object> template = JsonReader.template(text, limits);
                return template.isPresent() ? template.get() : yaml(text, limits, strict);
            } catch (IOException e) {
                throw new UnreadableTemplateException(
                        "The template begins with a brace but is not valid JSON: " + oneLine(e.getMessage()), e);
            }
        }
        return yaml(text, limits, strict);
    }

    private static boolean looksLikeJson(String text) {
        int first = 0;
        while (first < text.length() && " \t\r\n\f\u000b".indexOf(text.charAt(first)) >= 0) {
            first++;
        }
        return first < text.length() && text.charAt(first) == '{' && text.indexOf('}', first) > 0;
    }

    private static Object yaml(String text, Limits limits, boolean strict) {
        String mended = text;
        int mendings = Math.min(MOST_MENDINGS, MENDED_CHARACTERS / Math.max(1, text.length()));
        for (int i = 0; ; i++) {
            YamlReader reader = null;
            try {
                reader = new YamlReader(mended, limits, strict);
                return reader.read();
            } catch (MarkedYAMLException e) {
                mended = i > mendings ? null : mend(mended, e, reader);
                if (mended == null) {
                    throw syntaxError(e);
                }
            } catch (YAMLException e) {
                throw new UnreadableTemplateException("The template is not valid YAML: " + oneLine(e.getMessage()), e);
            }
        }
    }

    private static UnreadableTemplateException syntaxError(MarkedYAMLException e) {
        var mark = e.getProblemMark();
        String place = mark == null ? "" : "line %d, column %d: ".formatted(mark.getLine() + 1, mark.getColumn() + 1);
        return new UnreadableTemplateException("The template is not valid YAML: " + place + oneLine(e.getProblem()), e);
    }

    /** The text with the offending character replaced, and its like after it; null if libyaml could not read it either. */
    private static String mend(String text, MarkedYAMLException e, YamlReader reader) {
        if (e.getProblemMark() == null || e.getProblem() == null || reader == null) {
            return null;
        }
        int at = text.offsetByCodePoints(0, e.getProblemMark().getIndex());
        if (e.getProblem().startsWith("found unknown escape character /(")) {
            return text.substring(0, at - 1) + text.substring(at);
        }
        boolean tab = at < text.length() && text.charAt(at) == '\t';
        return tab ? Tabs.replace(text, at, reader.openFlowsAt(at)) : null;
    }

    private static String oneLine(String message) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        return line.isEmpty() ? "unknown error" : RubyText.abbreviate(line, LONGEST_MESSAGE);
    }
}
