package io.jenkins.plugins.sagemaker.nag.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules written inside a security group, given as one map or as a list of maps. */
final class SecurityGroupRules {
    private SecurityGroupRules() {}

    /** In a list within the list, as Fn::If may leave it, what is no text is passed over. */
    static List<Element> ingress(Resource group) {
        return read(group.property("SecurityGroupIngress"), true);
    }

    static List<Element> egress(Resource group) {
        return read(group.property("SecurityGroupEgress"), false);
    }

    private static List<Element> read(Value rules, boolean lenient) {
        List<Value> each = rules.isMap() ? List.of(rules) : rules.items();
        var elements = new ArrayList<Element>();
        for (Value rule : each) {
            InlineElement element = rule.isList() ? ofList(rule.items(), lenient) : ofMap(rule.entries());
            if (!element.properties().isEmpty()) {
                elements.add(element);
            } else if (!lenient) {
                throw new MalformedValueException("an egress rule has no properties: " + rule.shape());
            }
        }
        return elements;
    }

    // A Ref left over, even to AWS::NoValue, makes a rule without any of the known properties; other functions make
    // none.
    private static InlineElement ofMap(Map<Value, Value> entries) {
        var properties = new HashMap<String, Value>();
        entries.forEach((key, value) -> put(key, value, properties));
        return new InlineElement(properties);
    }

    /** Each text of a list is taken for the name of a property without value, each list in it for a name and a value. */
    private static InlineElement ofList(List<Value> items, boolean lenient) {
        var properties = new HashMap<String, Value>();
        for (Value item : items) {
            List<Value> pair = item.isList() ? item.items() : List.of(item);
            Value name = pair.isEmpty() ? Value.of(null) : pair.get(0);
            if (name.isText() || name.isSymbol()) {
                put(name, pair.size() > 1 ? pair.get(1) : Value.of(null), properties);
            } else if (!lenient) {
                throw new MalformedValueException(name.shape() + " stands where the name of a property is expected");
            }
        }
        return new InlineElement(properties);
    }

    private static void put(Value name, Value value, Map<String, Value> properties) {
        if (name.text().matches("\\w+")) {
            properties.put(Resource.attribute(name.text()), value);
        }
    }
}
