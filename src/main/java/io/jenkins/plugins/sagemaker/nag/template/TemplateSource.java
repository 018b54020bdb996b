package io.jenkins.plugins.sagemaker.nag.template;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of one template and the name it is reported under, or the reason why there is no text.
 *
 * @param name as reports show it, usually a path
 * @param text null if {@code problem} is given
 * @param problem one sentence that says why the text cannot be had; null otherwise
 */
public record TemplateSource(String name, String text, String problem) {
    private static final char REPLACEMENT = '\uFFFD';

    public static TemplateSource of(String name, String text) {
        return new TemplateSource(name, text, null);
    }

    public static TemplateSource unreadable(String name, String problem) {
        return new TemplateSource(name, null, problem);
    }

    /** Decodes UTF-8; other bytes make the source unreadable, since a guess at the encoding would hide findings. */
    public static TemplateSource decode(String name, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) {
            return of(name, text);
        }
        try {
            // The slow way tells a replacement that stands in the file from one for bytes that mean nothing.
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
            return of(name, text);
        } catch (CharacterCodingException notUtf8) {
            return unreadable(name, "The file is not valid UTF-8; save it in that encoding.");
        }
    }

    /** Reads a file. Errors, and a file larger than any template may be, become the source's problem. */
    public static TemplateSource read(String name, Path file) {
        try {
            long size = Files.size(file);
            if (size > 4L * Limits.DEFAULT.characters()) {
                return unreadable(name, "The file has %d bytes, too many for a template.".formatted(size));
            }
            return decode(name, Files.readAllBytes(file));
        } catch (IOException e) {
            return unreadable(name, "The file cannot be read: " + e);
        }
    }
}
