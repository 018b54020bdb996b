package io.jenkins.plugins.sagemaker.nag.rules;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A team's own rules: a YAML list of maps, as docs/cfnNag.md describes them. */
public final class OwnRuleFile {
    private final String name;
    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    private OwnRuleFile(String name) {
        this.name = name;
    }

    /**
     * Reads the rules.
     *
     * @param name of the file, for messages
     * @throws OwnRuleException if there is a mistake; the message names all of them
     */
    public static List<Rule> read(String name, String yaml) {
        var file = new OwnRuleFile(name);
        try {
            file.read(new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(yaml)));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            file.mistakes.add(file.at(line) + "this is not YAML: " + e.getProblem() + ".");
        } catch (YAMLException e) {
            file.mistakes.add(file.at(1) + "this is not YAML: " + e.getMessage() + ".");
        } catch (StackOverflowError tooDeep) {
            file.mistakes.add(file.at(1) + "maps and lists are nested too deep.");
        }
        if (!file.mistakes.isEmpty()) {
            throw new OwnRuleException(file.mistakes);
        }
        return List.copyOf(file.rules.values());
    }

    private void read(Node root) {
        if (!(root instanceof SequenceNode list) || list.getValue().isEmpty()) {
            mistakes.add(
                    at(root == null ? 1 : line(root)) + "a list of rules is expected, each a map that begins with id.");
            return;
        }
        for (Node item : list.getValue()) {
            if (item instanceof MappingNode map) {
                var entry = new OwnRuleEntry(map, (node, mistake) -> mistakes.add(at(line(node)) + mistake));
                Rule rule = entry.rule();
                if (rule != null && rules.putIfAbsent(rule.id(), rule) != null) {
                    mistakes.add(at(line(item)) + "the id " + rule.id() + " is given twice.");
                }
            } else {
                mistakes.add(at(line(item)) + "a rule must be a map that begins with id.");
            }
        }
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private String at(int line) {
        return name + ":" + line + ": ";
    }
}
