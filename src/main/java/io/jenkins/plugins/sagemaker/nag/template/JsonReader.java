package io.jenkins.plugins.sagemaker.nag.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads strict JSON. In templates numbers are typed as YAML types them, since the original checks that the text is JSON
 * and then reads it as YAML; in value files they are JSON's.
 */
final class JsonReader {
    /** Ruby's JSON reader goes no deeper. */
    private static final int DEEPEST = 100;

    private static final String MORE = "There is more text after the end of the JSON value.";

    private static final StreamReadConstraints CONSTRAINTS =
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
    private static final JsonFactory FACTORY =
            JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build();

    /** What YAML takes for the end of a line, and JSON for a character like any other. */
    private static final String LINE_ENDS = "\u0085\u2028\u2029";

    /** Characters from the beginning of a key to its colon. */
    private static final int LONGEST_KEY = 1_024;

    private final char[] text;
    private final JsonParser parser;
    private final boolean template;
    private final ValueBudget budget;

    /** The text is JSON, but not what YAML makes of it. */
    private static final class NotForYamlException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private JsonReader(char[] text, JsonParser parser, boolean template, Limits limits) {
        this.text = text;
        this.parser = parser;
        this.template = template;
        this.budget = new ValueBudget(limits);
    }

    /**
     * The template, or nothing if the text is JSON but has to be read as YAML.
     *
     * @throws IOException if the text is not JSON
     */
    static Optional<Object> template(String text, Limits limits) throws IOException {
        SurrogateEscapes.refuse(text);
        char[] characters = text.toCharArray();
        boolean plain = isPlain(characters);
        if (!plain && !StreamReader.isPrintable(text)) {
            throw new IOException("The text contains control characters.");
        }
        if (!plain && text.chars().anyMatch(c -> LINE_ENDS.indexOf(c) >= 0)) {
            check(FACTORY, text);
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(read(characters, true, limits));
        } catch (NotForYamlException e) {
            check(FACTORY, text);
            return Optional.empty();
        } catch (JsonParseException e) {
            if (!passes(text)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Whether Ruby would take it for JSON all the same: it knows comments, and passes over a backslash that means nothing. */
    private static boolean passes(String text) {
        JsonFactory lenient = JsonFactory.builder()
                .streamReadConstraints(CONSTRAINTS)
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                .build();
        try {
            check(lenient, text);
            return true;
        } catch (IOException isNone) {
            return false;
        }
    }

    private static void check(JsonFactory factory, String text) throws IOException {
        try (JsonParser parser = factory.createParser(text)) {
            parser.nextToken();
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new IOException(MORE);
            }
        }
    }

    /** Throws {@link IOException} if the text is not JSON. */
    static Object values(String text) throws IOException {
        return read(text.toCharArray(), false, Limits.DEFAULT);
    }

    /** Whether it is the printable part of ASCII, which needs no closer look. */
    private static boolean isPlain(char[] characters) {
        for (char c : characters) {
            boolean plain = c >= ' ' ? c <= '~' : c == '\n' || c == '\r' || c == '\t';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static Object read(char[] text, boolean template, Limits limits) throws IOException {
        try (JsonParser parser = FACTORY.createParser(text)) {
            var reader = new JsonReader(text, parser, template, limits);
            if (parser.nextToken() == null) {
                throw new IOException("The text is empty.");
            }
            Object value = reader.value();
            if (parser.nextToken() != null) {
                throw new IOException(MORE);
            }
            return value;
        }
    }

    private Object value() throws IOException {
        budget.spend(1);
        return switch (parser.currentToken()) {
            case START_OBJECT -> map();
            case START_ARRAY -> list();
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT -> Scalars.read(parser.getText());
            case VALUE_NUMBER_FLOAT ->
                template ? Scalars.read(parser.getText()) : (Object) Double.valueOf(parser.getText());
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    private String text() throws IOException {
        String text = parser.getText();
        budget.spendOn(text);
        return text;
    }

    private List<Object> list() throws IOException {
        var list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value());
        }
        return list;
    }

    /** YAML wants the colon in the line of its key, and not too far from it. */
    private void refuseFarColon(int key) throws NotForYamlException {
        int at = key + 1;
        while (text[at] != '"') {
            at += text[at] == '\\' ? 2 : 1;
        }
        while (text[at] != ':') {
            if (text[at] == '\n' || text[at] == '\r') {
                throw new NotForYamlException();
            }
            at++;
        }
        if (at - key > LONGEST_KEY) {
            throw new NotForYamlException();
        }
    }

    private Map<Object, Object> map() throws IOException {
        var map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonLocation before = template ? parser.currentTokenLocation() : null;
            boolean scalar = parser.nextToken().isScalarValue();
            JsonLocation at = parser.currentTokenLocation();
            int line = at.getLineNr();
            if (template && (line != before.getLineNr() || at.getCharOffset() - before.getCharOffset() > LONGEST_KEY)) {
                refuseFarColon((int) before.getCharOffset());
            }
            Object value = value();
            map.put(key, template && scalar && TypeLine.KEY.equals(key) ? TypeLine.of(value, line) : value);
        }
        return map;
    }
}
