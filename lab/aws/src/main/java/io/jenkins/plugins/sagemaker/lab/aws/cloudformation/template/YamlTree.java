package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML as CloudFormation does: with its short tags, without aliases, and with dates left alone as text. */
final class YamlTree {

    private static final int LIMIT = 4 * 1024 * 1024;
    private static final Set<String> FUNCTIONS = Set.of(
            "And",
            "Base64",
            "Cidr",
            "Equals",
            "FindInMap",
            "ForEach",
            "GetAtt",
            "GetAZs",
            "If",
            "ImportValue",
            "Join",
            "Length",
            "Not",
            "Or",
            "Select",
            "Split",
            "Sub",
            "ToJsonString",
            "Transform");

    private YamlTree() {}

    static Object read(String text) throws TemplateException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LIMIT);
        Yaml yaml = new Yaml(options);
        try {
            for (Event event : yaml.parse(new StringReader(text))) {
                if (event instanceof AliasEvent) {
                    throw new TemplateException(
                            "Template error: YAML aliases are not allowed in CloudFormation templates");
                }
            }
            Node root = yaml.compose(new StringReader(text));
            return root == null ? null : value(root);
        } catch (MarkedYAMLException e) {
            throw new TemplateException("Template format error: YAML not well-formed."
                    + (e.getProblemMark() == null
                            ? ""
                            : " (line " + (e.getProblemMark().getLine() + 1) + ", column "
                                    + (e.getProblemMark().getColumn() + 1) + ")"));
        } catch (YAMLException e) {
            throw new TemplateException("Template format error: YAML not well-formed. " + e.getMessage());
        }
    }

    private static Object value(Node node) throws TemplateException {
        String tag = node.getTag().getValue();
        return tag.startsWith("!") && tag.length() > 1 ? function(tag.substring(1), node) : plain(node);
    }

    private static Object function(String name, Node node) throws TemplateException {
        Object argument = node instanceof ScalarNode scalar ? scalar.getValue() : plain(node);
        if (name.equals("Ref") || name.equals("Condition")) {
            return Map.of(name, argument);
        }
        if (!FUNCTIONS.contains(name)) {
            throw new TemplateException("Template format error: Unrecognized tag !" + name + " (line "
                    + (node.getStartMark().getLine() + 1) + ")");
        }
        if (name.equals("GetAtt") && argument instanceof String path && path.contains(".")) {
            argument = List.of(path.substring(0, path.indexOf('.')), path.substring(path.indexOf('.') + 1));
        }
        return Map.of("Fn::" + name, argument);
    }

    private static Object plain(Node node) throws TemplateException {
        if (node instanceof MappingNode mapping) {
            return map(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            List<Object> list = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                list.add(value(item));
            }
            return list;
        }
        return scalar((ScalarNode) node);
    }

    private static Map<String, Object> map(MappingNode mapping) throws TemplateException {
        Map<String, Object> map = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new TemplateException("Template format error: YAML not well-formed. (line "
                        + (tuple.getKeyNode().getStartMark().getLine() + 1) + ", column "
                        + (tuple.getKeyNode().getStartMark().getColumn() + 1) + ")");
            }
            if (map.containsKey(key.getValue())) {
                throw new TemplateException("Template format error: YAML not well-formed. (line "
                        + (key.getStartMark().getLine() + 1) + ", column "
                        + (key.getStartMark().getColumn() + 1) + "): duplicate key " + key.getValue());
            }
            map.put(key.getValue(), value(tuple.getValueNode()));
        }
        return map;
    }

    private static Object scalar(ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            return text.matches("(?i)true|yes|on");
        }
        // Account ids with leading zeros, sexagesimal and octal notations stay what their author wrote.
        if (tag.equals(Tag.INT) && text.matches("-?(0|[1-9][0-9]{0,17})")) {
            return Long.valueOf(text);
        }
        if (tag.equals(Tag.FLOAT) && text.matches("-?(0|[1-9][0-9]*)\\.[0-9]+")) {
            return new BigDecimal(text);
        }
        return text;
    }
}
