package io.jenkins.plugins.sagemaker.nag.template;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Truth values of declared conditions. Their expressions are never evaluated. */
final class Conditions {
    private Conditions() {}

    /**
     * Every declared condition has the assumed value, unless the value file gives it a JSON truth value. The value file
     * is read only if the template has conditions; null means there is none.
     */
    static Map<Object, Boolean> of(Object section, String valuesJson, boolean assumed) {
        var conditions = new HashMap<Object, Boolean>();
        if (section instanceof Map<?, ?> map) {
            Map<?, ?> given = valuesJson == null ? Map.of() : given(valuesJson);
            map.keySet()
                    .forEach(name ->
                            conditions.put(name, given.get(name) instanceof Boolean value ? value : (Boolean) assumed));
        }
        return conditions;
    }

    private static Map<?, ?> given(String json) {
        Object root;
        try {
            root = JsonReader.values(json);
        } catch (IOException e) {
            throw new UnreadableTemplateException("The condition values are not valid JSON: " + e.getMessage(), e);
        }
        if (root instanceof Map<?, ?> map) {
            return map;
        }
        throw new UnreadableTemplateException(
                "The condition values must be an object of condition names and truth values.");
    }
}
