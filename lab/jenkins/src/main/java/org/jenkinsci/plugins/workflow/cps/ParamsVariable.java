package org.jenkinsci.plugins.workflow.cps;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.ParameterDefinition;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Run;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** {@code params}: the build's parameters by name, and the defaults of those that it did not get. */
@Extension
public class ParamsVariable extends GlobalVariable {

    @Override
    public @NonNull String getName() {
        return "params";
    }

    @Override
    public @NonNull Object getValue(@NonNull CpsScript script) throws Exception {
        Run<?, ?> build = script.$build();
        Map<String, Object> values = new TreeMap<>();
        ParametersDefinitionProperty property = build.getParent().getProperty(ParametersDefinitionProperty.class);
        if (property != null) {
            for (ParameterDefinition definition : property.getParameterDefinitions()) {
                put(values, definition.getDefaultParameterValue());
            }
        }
        ParametersAction action = build.getAction(ParametersAction.class);
        if (action != null) {
            action.getParameters().forEach(value -> put(values, value));
        }
        return Collections.unmodifiableMap(values);
    }

    private static void put(Map<String, Object> values, ParameterValue value) {
        if (value != null && value.getValue() != null) {
            values.put(value.getName(), value.getValue());
        }
    }
}
