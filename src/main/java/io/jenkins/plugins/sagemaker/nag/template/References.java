package io.jenkins.plugins.sagemaker.nag.template;

import java.util.List;
import java.util.Map;

/** Follows a value to the logical id it refers to. */
public final class References {
    private References() {}

    /**
     * The target of a Ref or Fn::GetAtt; null for a text and for every other function, which stand for something outside
     * of the template. Throws {@link MissingReferenceException} where there is no value at all, because cfn_nag gives up
     * the file there.
     */
    public static String target(Value reference) {
        return target(reference, null);
    }

    /** As {@link #target(Value)}, but a Fn::GetAtt counts only if it asks for the attribute. */
    public static String target(Value reference, String attribute) {
        Object raw = reference.raw();
        if (raw == null || raw instanceof Boolean || raw instanceof Double) {
            throw new MissingReferenceException(
                    "A reference to a resource is expected, but " + reference.shape() + " stands there.");
        }
        if (raw instanceof Map<?, ?> map) {
            if (map.get("Ref") != null) {
                return RubyText.of(map.get("Ref"));
            }
            return map.get("Fn::GetAtt") == null ? null : owner(map.get("Fn::GetAtt"), attribute);
        }
        if (raw instanceof String || raw instanceof Symbol) {
            return null;
        }
        throw new MalformedValueException(reference.shape() + " stands where a reference is expected");
    }

    private static String owner(Object getAtt, String attribute) {
        List<?> parts =
                getAtt instanceof String text ? RubyText.split(text, ".") : getAtt instanceof List<?> l ? l : List.of();
        if (parts.isEmpty() || parts.get(0) == null) {
            return null;
        }
        boolean asked = attribute == null || (parts.size() > 1 && attribute.equals(parts.get(1)));
        return asked ? RubyText.of(parts.get(0)) : null;
    }
}
