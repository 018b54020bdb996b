package io.jenkins.plugins.sagemaker.nag.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * CloudFormation's short tags. The fourteen that cfn_nag knows become the long form; every other tag ({@code !Equals},
 * {@code !Condition}, {@code !Cidr}, {@code !Transform}, ...) is dropped and leaves the bare value.
 */
final class ShortForm {
    private static final Set<String> FUNCTIONS = Set.of(
            "Join", "Base64", "Sub", "Split", "Select", "ImportValue", "GetAZs", "FindInMap", "And", "Or", "If", "Not");

    private static final Set<String> MORE_FUNCTIONS =
            Set.of("Cidr", "Equals", "ForEach", "Length", "ToJsonString", "Transform");

    private ShortForm() {}

    /** The long form of a tagged value; {@code all} tells that every function counts, and not only those of cfn_nag. */
    static Object expand(String tag, Object value, boolean all) {
        if (tag == null || tag.length() < 2 || tag.charAt(0) != '!') {
            return value;
        }
        String name = tag.substring(1);
        if (name.equals("Ref")) {
            return call("Ref", value);
        }
        if (name.equals("GetAtt")) {
            // Every dot splits, so Stack.Outputs.Arn has three parts.
            return call("Fn::GetAtt", value instanceof String text ? RubyText.split(text, ".") : value);
        }
        if (all && name.equals("Condition")) {
            return call(name, value);
        }
        return FUNCTIONS.contains(name) || all && MORE_FUNCTIONS.contains(name) ? call("Fn::" + name, value) : value;
    }

    private static Map<Object, Object> call(String function, Object argument) {
        var call = new LinkedHashMap<>();
        call.put(function, argument);
        return call;
    }
}
