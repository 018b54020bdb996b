package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.rules.PropertyTest.Compared;
import io.jenkins.plugins.sagemaker.nag.rules.PropertyTest.Operand;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One rule of a team as it stands in its file. Tells of every mistake, each with the node where it is. */
final class OwnRuleEntry {
    private static final List<String> REQUIRED =
            List.of("id", "type", "message", "resourceType", "property", "predicate");
    private static final List<String> KEYS = List.of(
            "id", "type", "message", "resourceType", "property", "predicate", "value", "name", "why", "fix", "link");
    private static final Pattern ID = Pattern.compile("[A-Za-z]+[0-9]+");
    private static final Pattern TYPE = Pattern.compile("[\\w*@-]+(::[\\w*@-]+)*");

    private final MappingNode node;
    private final BiConsumer<Node, String> mistakes;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private boolean sound = true;

    OwnRuleEntry(MappingNode node, BiConsumer<Node, String> mistakes) {
        this.node = node;
        this.mistakes = mistakes;
    }

    /** Null if there is a mistake. */
    Rule rule() {
        readKeys();
        String id = id();
        Severity severity = severity();
        String type = type();
        PropertyPath path = path();
        PropertyTest test = test();
        Compared compared = test == null ? null : compared(test.operand());
        String message = text("message", "");
        String link = link();
        if (!sound) {
            return null;
        }
        Audit audit = (scope, findings) -> scope.matching(type)
                .forEach(resource -> findings.flagIf(
                        resource, () -> path.values(resource).stream().anyMatch(value -> test.flags(value, compared))));
        return new Rule(
                id,
                severity,
                text("name", id),
                List.of(type),
                message,
                text("why", "The team's own rules ask for it."),
                text("fix", "Change " + path + "."),
                link == null ? Rule.reference(List.of(type)) : link,
                audit);
    }

    private void readKeys() {
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!KEYS.contains(key)) {
                mistake(tuple.getKeyNode(), "there is no key " + key + " in a rule; " + NearNames.hint(key, KEYS));
            } else if (entries.put(key, tuple.getValueNode()) != null) {
                mistake(tuple.getKeyNode(), "the key " + key + " is given twice.");
            }
        }
        for (String key : REQUIRED) {
            if (!entries.containsKey(key)) {
                mistake(node, "the rule has no " + key + ".");
            }
        }
    }

    private void mistake(Node where, String what) {
        sound = false;
        mistakes.accept(where, what);
    }

    private String text(String key, String otherwise) {
        Node value = entries.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        mistake(value, key + " must be a text.");
        return otherwise;
    }

    private String id() {
        String id = text("id", "X1");
        if (!ID.matcher(id).matches()) {
            mistake(entries.get("id"), "the id " + id + " must be letters and then digits, as in TEAM1.");
        } else if (RuleCatalog.byId(id) != null) {
            mistake(entries.get("id"), "the id " + id + " is taken by one of the rules that come with cfnNag.");
        }
        return id;
    }

    private Severity severity() {
        String type = text("type", "FAIL");
        if (!type.equals("FAIL") && !type.equals("WARN")) {
            mistake(entries.get("type"), "the type must be FAIL or WARN, not " + type + ".");
            return Severity.FAIL;
        }
        return Severity.valueOf(type);
    }

    private String type() {
        String type = text("resourceType", "*");
        if (!TYPE.matcher(type).matches()) {
            mistake(
                    entries.get("resourceType"),
                    "the resourceType " + type + " must be one like AWS::S3::Bucket or AWS::SageMaker::*.");
        }
        return type;
    }

    private PropertyPath path() {
        try {
            return PropertyPath.of(text("property", "x"));
        } catch (IllegalArgumentException e) {
            mistake(entries.get("property"), e.getMessage());
            return null;
        }
    }

    private PropertyTest test() {
        String label = text("predicate", "absent");
        Optional<PropertyTest> test = PropertyTest.named(label);
        if (test.isEmpty()) {
            mistake(
                    entries.get("predicate"),
                    "there is no predicate " + label + "; " + NearNames.hint(label, PropertyTest.labels()));
        }
        return test.orElse(null);
    }

    private String link() {
        String link = text("link", null);
        if (link != null && !link.matches("https?://\\S+")) {
            mistake(entries.get("link"), "the link must begin with https://.");
        }
        return link;
    }

    private Compared compared(Operand operand) {
        Node value = entries.get("value");
        if (operand == Operand.NONE) {
            if (value != null) {
                mistake(value, "this predicate compares with nothing, so leave out value.");
            }
            return null;
        }
        List<String> texts = texts(value);
        if (texts.isEmpty() || operand != Operand.LIST && (texts.size() > 1 || value instanceof SequenceNode)) {
            String expected = operand == Operand.LIST ? "a list of texts" : "one text or number";
            mistake(value == null ? node : value, "this predicate needs " + expected + " as value.");
            return null;
        }
        return new Compared(
                texts,
                operand == Operand.PATTERN ? pattern(value, texts.get(0)) : null,
                operand == Operand.NUMBER ? number(value, texts.get(0)) : null);
    }

    private static List<String> texts(Node value) {
        if (value instanceof ScalarNode scalar) {
            return List.of(scalar.getValue());
        }
        return value instanceof SequenceNode list && list.getValue().stream().allMatch(ScalarNode.class::isInstance)
                ? list.getValue().stream()
                        .map(item -> ((ScalarNode) item).getValue())
                        .toList()
                : List.of();
    }

    private Pattern pattern(Node where, String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            mistake(where, "'" + regex + "' is no regular expression: " + e.getDescription() + ".");
            return null;
        }
    }

    private BigDecimal number(Node where, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            mistake(where, "'" + text + "' is no number.");
            return null;
        }
    }
}
