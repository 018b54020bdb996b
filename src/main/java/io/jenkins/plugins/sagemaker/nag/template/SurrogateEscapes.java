package io.jenkins.plugins.sagemaker.nag.template;

import java.util.regex.Pattern;

/**
 * Refuses {@code \ud83d} and its like in double-quoted texts. libyaml knows no halves of a character, so the original
 * cannot read such a template, not even one that is valid JSON.
 */
final class SurrogateEscapes {
    private static final Pattern HALF = Pattern.compile("\\\\(?:u[dD][89a-fA-F]|.)", Pattern.DOTALL);

    private final int[] text;

    /** Looks at parts of the text; cheap if the text has no such escape at all. */
    SurrogateEscapes(String text) {
        this.text = text.contains("\\u") ? text.codePoints().toArray() : null;
    }

    /** Looks between two positions counted in code points. */
    void refuse(int from, int to) {
        if (text != null) {
            refuse(new String(text, from, to - from));
        }
    }

    /** Looks at a text as written, before its escapes are replaced. */
    static void refuse(String part) {
        if (!part.contains("\\u")) {
            return;
        }
        var escapes = HALF.matcher(part);
        while (escapes.find()) {
            if (escapes.group().length() > 2) {
                throw new UnreadableTemplateException(
                        "A text contains %s.., half of a character;".formatted(escapes.group())
                                + " write the character itself or \\U with eight digits.");
            }
        }
    }
}
