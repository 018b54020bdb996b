package io.jenkins.plugins.sagemaker.nag.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads strict JSON. In templates numbers are typed as YAML types them, since the original checks that the text is JSON
 * and then reads it as YAML; in value files they are JSON's.
 */
final class JsonReader {
    /** Ruby's JSON reader goes no deeper. */
    private static final int DEEPEST = 100;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final JsonParser parser;
    private final boolean template;
    private final ValueBudget budget;

    private JsonReader(JsonParser parser, boolean template, Limits limits) {
        this.parser = parser;
        this.template = template;
        this.budget = new ValueBudget(limits);
    }

    /** Throws {@link IOException} if the text is not JSON. */
    static Object template(String text, Limits limits) throws IOException {
        SurrogateEscapes.refuse(text);
        char[] characters = text.toCharArray();
        if (!isPlain(characters) && !StreamReader.isPrintable(text)) {
            throw new IOException("The text contains control characters.");
        }
        return read(characters, true, limits);
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
            var reader = new JsonReader(parser, template, limits);
            if (parser.nextToken() == null) {
                throw new IOException("The text is empty.");
            }
            Object value = reader.value();
            if (parser.nextToken() != null) {
                throw new IOException("There is more text after the end of the JSON value.");
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

    private Map<Object, Object> map() throws IOException {
        var map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            boolean scalar = parser.nextToken().isScalarValue();
            int line = parser.currentTokenLocation().getLineNr();
            Object value = value();
            map.put(key, template && scalar && TypeLine.KEY.equals(key) ? TypeLine.of(value, line) : value);
        }
        return map;
    }
}
