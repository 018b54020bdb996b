package io.jenkins.plugins.sagemaker.nag.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads the first document of a YAML text into maps, lists and scalars, with CloudFormation's tags turned into their
 * long forms. Later documents are only checked for syntax. Duplicate keys: the last wins.
 */
final class YamlReader {
    private static final int RESOURCE_DEPTH = 3;
    private static final List<String> TEXT_TAGS = Arrays.asList("tag:yaml.org,2002:str", "!str");
    private static final List<String> FLOAT_TAGS = Arrays.asList("tag:yaml.org,2002:float", "!float");
    private static final List<String> BINARY_TAGS = Arrays.asList("tag:yaml.org,2002:binary", "!binary");

    private final String text;
    private final ParserImpl events;
    private final ValueBudget budget;
    private final SurrogateEscapes escapes;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final boolean strict;
    private int openFlows;
    private int end;

    private record Anchored(Object value, long size) {}

    YamlReader(String text, Limits limits, boolean strict) {
        var options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.text = text;
        this.escapes = new SurrogateEscapes(text);
        this.events = new ParserImpl(new StreamReader(text), options);
        this.budget = new ValueBudget(limits);
        this.strict = strict;
    }

    private Event next() {
        Event event = events.getEvent();
        end = event.getEndMark().getIndex();
        return event;
    }

    /**
     * How many flow collections are open at a place to which SnakeYAML has come, which is some tokens ahead of the reader.
     *
     * @param place index of a character of the text
     */
    int openFlowsAt(int place) {
        int open = openFlows;
        char quote = 0;
        for (int at = text.offsetByCodePoints(0, end); at < place; at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                at += quote == '"' && c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '#' && (at == 0 || Character.isWhitespace(text.charAt(at - 1)))) {
                int lineEnd = text.indexOf('\n', at);
                at = lineEnd < 0 ? place : lineEnd;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[' || c == '{') {
                open++;
            } else if (c == ']' || c == '}') {
                open--;
            }
        }
        return open;
    }

    /** Returns null if there is no document or an empty one. */
    Object read() {
        Object first = null;
        boolean seen = false;
        int close = 0;
        while (events.peekEvent() != null) {
            Event event = next();
            if (event.is(Event.ID.DocumentStart) && !seen) {
                first = value(next(), 0);
                seen = true;
            } else if (event.is(Event.ID.DocumentEnd)) {
                close = event.getStartMark().getIndex();
            }
        }
        refuseDirectivesAfter(close);
        return first;
    }

    /** A directive must have a document behind it; SnakeYAML lets it go at the end of the text. */
    private void refuseDirectivesAfter(int close) {
        if (text.indexOf("\n%") >= 0
                && text.substring(text.offsetByCodePoints(0, close)).lines().anyMatch(line -> line.startsWith("%"))) {
            throw new UnreadableTemplateException(
                    "A directive, a line that begins with %, is the last thing of the file: a document must follow it.");
        }
    }

    private Object value(Event event, int depth) {
        refuseBracketsInTag(event);
        budget.spend(1);
        budget.checkDepth(depth);
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        var node = (NodeEvent) event;
        long before = budget.spent();
        if (node.getAnchor() != null) {
            anchors.put(node.getAnchor(), null);
        }
        Object value =
                event instanceof ScalarEvent scalar ? scalar(scalar) : collection((CollectionStartEvent) event, depth);
        if (node.getAnchor() != null) {
            anchors.put(node.getAnchor(), new Anchored(value, budget.spent() - before));
        }
        return value;
    }

    /** SnakeYAML takes brackets and commas for a part of a tag, libyaml for a mistake, or for the end of it in a flow. */
    private void refuseBracketsInTag(Event event) {
        String tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : null;
        boolean local = tag != null && tag.startsWith("!");
        boolean comma = local && openFlows == 0 && tag.indexOf(',') >= 0;
        if (comma || local && (tag.indexOf('[') >= 0 || tag.indexOf(']') >= 0)) {
            throw new UnreadableTemplateException("Line %d: the tag %s is not closed by a space."
                    .formatted(event.getStartMark().getLine() + 1, tag));
        }
    }

    private Object alias(AliasEvent alias) {
        Anchored anchored = anchors.get(alias.getAnchor());
        if (anchored == null) {
            throw new UnreadableTemplateException("Line %d: the alias *%s %s."
                    .formatted(
                            alias.getStartMark().getLine() + 1,
                            alias.getAnchor(),
                            anchors.containsKey(alias.getAnchor()) ? "contains itself" : "has no anchor"));
        }
        budget.spend(anchored.size());
        return anchored.value();
    }

    private Object scalar(ScalarEvent scalar) {
        String content = scalar.getValue();
        budget.spendOn(content);
        if (scalar.getScalarStyle() == DumperOptions.ScalarStyle.DOUBLE_QUOTED) {
            escapes.refuse(scalar.getStartMark().getIndex(), scalar.getEndMark().getIndex());
        }
        // Under a tag, quotes do not keep a scalar from being typed: !Ref '123' is a number. Only !!str does.
        boolean isText = scalar.getImplicit().canOmitTagInNonPlainScalar() || TEXT_TAGS.contains(scalar.getTag());
        Object value = isText ? content : Scalars.read(content);
        if (FLOAT_TAGS.contains(scalar.getTag())) {
            value = Scalars.real(value)
                    .orElseThrow(
                            () -> new UnreadableTemplateException("Line %d: %s is tagged as a decimal, and is none."
                                    .formatted(scalar.getStartMark().getLine() + 1, content)));
        } else if (BINARY_TAGS.contains(scalar.getTag())) {
            value = binary(content);
        }
        return ShortForm.expand(scalar.getTag(), value, strict);
    }

    /** What is no digit is passed over, and an odd one at the end is left out. */
    private static String binary(String content) {
        int padding = content.indexOf('=');
        String digits = (padding < 0 ? content : content.substring(0, padding)).replaceAll("[^A-Za-z0-9+/]", "");
        int whole = digits.length() % 4 == 1 ? digits.length() - 1 : digits.length();
        return new String(Base64.getDecoder().decode(digits.substring(0, whole)), StandardCharsets.ISO_8859_1);
    }

    private Object collection(CollectionStartEvent start, int depth) {
        if (start.isFlow()) {
            openFlows++;
        }
        Object collection = start instanceof MappingStartEvent ? map(depth) : list(depth);
        if (start.isFlow()) {
            openFlows--;
        }
        return ShortForm.expand(start.getTag(), collection, strict);
    }

    private List<Object> list(int depth) {
        var list = new ArrayList<>();
        for (Event event = next(); !event.is(Event.ID.SequenceEnd); event = next()) {
            list.add(value(event, depth + 1));
        }
        return list;
    }

    private Map<Object, Object> map(int depth) {
        var map = new LinkedHashMap<>();
        for (Event event = next(); !event.is(Event.ID.MappingEnd); event = next()) {
            Object key = value(event, depth + 1);
            Event at = next();
            Object value = value(at, depth + 1);
            boolean located = at instanceof ScalarEvent || (at instanceof AliasEvent && depth + 1 == RESOURCE_DEPTH);
            if (located && TypeLine.KEY.equals(key)) {
                value = TypeLine.of(value, at.getStartMark().getLine() + 1L);
            }
            map.put(key, value);
        }
        return map;
    }
}
