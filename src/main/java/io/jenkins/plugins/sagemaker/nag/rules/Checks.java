package io.jenkins.plugins.sagemaker.nag.rules;

import io.jenkins.plugins.sagemaker.nag.template.Value;
import java.util.List;

/**
 * The checks that tables of rules are made of. cfn_nag has three truth tests, and none replaces another: a text
 * {@code 'yes'} or an unresolved Ref is neither true nor false.
 */
final class Checks {
    private Checks() {}

    /** The property is not there at all; a reference to AWS::NoValue is there. */
    static Check absent(String property) {
        return (resource, scope) -> resource.property(property).isAbsent();
    }

    /** The property, or the member of it, is not there. */
    static Check absent(String property, String member) {
        return (resource, scope) -> {
            Value value = resource.property(property);
            return value.isAbsent() || value.at(member).isAbsent();
        };
    }

    /** The property is absent, false, or AWS::NoValue. */
    static Check off(String property) {
        return (resource, scope) -> isOff(resource.property(property));
    }

    static boolean isOff(Value value) {
        return value.isFalseOrAbsent() || value.isNoValue();
    }

    /** The member is anything but true; a Ref is not true. */
    static Check notTrue(String property, String member) {
        return (resource, scope) -> {
            Value value = resource.property(property);
            return value.isAbsent() || !value.at(member).isTrue();
        };
    }

    /** The member is absent or false; a Ref is neither. */
    static Check offMember(String property, String member) {
        return (resource, scope) -> {
            Value value = resource.property(property);
            return value.isAbsent() || value.at(member).isFalseOrAbsent();
        };
    }

    static Check isTrue(String property) {
        return (resource, scope) -> resource.property(property).isTrue();
    }

    static Check equal(String property, Object value) {
        return (resource, scope) -> resource.property(property).is(value);
    }

    static boolean oneOf(Value value, List<String> texts) {
        return value.isText() && texts.contains(value.text());
    }

    static Check always() {
        return (resource, scope) -> true;
    }
}
