package io.jenkins.plugins.sagemaker.nag.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules written inside a security group, given as one map or as a list of maps. */
final class SecurityGroupRules {
    private SecurityGroupRules() {}

    /** A list within the list, as Fn::If may leave it, is passed over. */
    static List<Element> ingress(Resource group) {
        return read(group.property("SecurityGroupIngress"), true);
    }

    static List<Element> egress(Resource group) {
        return read(group.property("SecurityGroupEgress"), false);
    }

    private static List<Element> read(Value rules, boolean skipLists) {
        List<Value> each = rules.isMap() ? List.of(rules) : rules.items();
        var elements = new ArrayList<Element>();
        for (Value rule : each) {
            InlineElement element = skipLists && rule.isList() ? null : element(rule.entries());
            if (element != null && !element.properties().isEmpty()) {
                elements.add(element);
            }
        }
        return elements;
    }

    // A Ref left over, even to AWS::NoValue, makes a rule without any of the known properties; other functions make
    // none.
    private static InlineElement element(Map<Value, Value> entries) {
        var properties = new HashMap<String, Value>();
        entries.forEach((key, value) -> {
            if (key.text().matches("\\w+")) {
                properties.put(Resource.attribute(key.text()), value);
            }
        });
        return new InlineElement(properties);
    }
}
