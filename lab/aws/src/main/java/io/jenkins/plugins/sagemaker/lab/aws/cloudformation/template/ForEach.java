package io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Expands the loops of {@code AWS::LanguageExtensions} before a template is looked at any further. A member
 * {@code Fn::ForEach::Name: [Identifier, [values], {members}]} gives way to the members, once for each value. Source:
 * CloudFormation user guide, Fn::ForEach.
 */
final class ForEach {

    private static final String FUNCTION = "Fn::ForEach::";

    private ForEach() {}

    static Object expand(Object node) throws TemplateException {
        if (node instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            for (Object item : list) {
                items.add(expand(item));
            }
            return items;
        }
        if (!(node instanceof Map<?, ?> map)) {
            return node;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = entry.getKey().toString();
            if (name.startsWith(FUNCTION)) {
                for (Map.Entry<?, ?> member : loop(name, entry.getValue()).entrySet()) {
                    add(members, member.getKey().toString(), member.getValue());
                }
            } else {
                add(members, name, expand(entry.getValue()));
            }
        }
        return members;
    }

    private static void add(Map<String, Object> members, String name, Object value) throws TemplateException {
        if (members.put(name, value) != null) {
            throw new TemplateException("Template error: Fn::ForEach makes " + name + " more than once.");
        }
    }

    private static Map<String, Object> loop(String name, Object argument) throws TemplateException {
        if (!(argument instanceof List<?> parts)
                || parts.size() != 3
                || !(parts.get(0) instanceof String identifier)
                || !(parts.get(2) instanceof Map<?, ?> body)) {
            throw new TemplateException("Template error: " + name
                    + " requires three parameters: an identifier, a collection and an object to repeat.");
        }
        if (!(parts.get(1) instanceof List<?> values)) {
            throw new TemplateException("Template error: The collection of " + name
                    + " must be a list of values: the local CloudFormation expands loops before it knows parameters.");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (Object value : values) {
            String text = Evaluator.text(value);
            Object one = expand(replace(body, identifier, text));
            for (Map.Entry<?, ?> member : ((Map<?, ?>) one).entrySet()) {
                add(members, member.getKey().toString(), member.getValue());
            }
        }
        return members;
    }

    /** Puts a value in the place of the identifier, in names, texts and references. */
    private static Object replace(Object node, String identifier, String value) {
        if (node instanceof String text) {
            return text.replace("${" + identifier + "}", value)
                    .replace("&{" + identifier + "}", value.replaceAll("[^A-Za-z0-9]", ""));
        }
        if (node instanceof List<?> list) {
            return list.stream().map(item -> replace(item, identifier, value)).toList();
        }
        if (!(node instanceof Map<?, ?> map)) {
            return node;
        }
        if (map.size() == 1 && identifier.equals(map.get("Ref"))) {
            return value;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, member) ->
                members.put((String) replace(name.toString(), identifier, value), replace(member, identifier, value)));
        return members;
    }
}
