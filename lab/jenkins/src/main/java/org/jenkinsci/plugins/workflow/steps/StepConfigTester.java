package org.jenkinsci.plugins.workflow.steps;

import io.jenkins.plugins.sagemaker.lab.jenkins.core.FormFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jvnet.hudson.test.JenkinsRule;

/**
 * Sends a step through its configuration form, as far as that can be had without a browser. The real tester renders the form
 * and submits it; this one reads which fields {@code config.jelly} has, takes the values of those from the step, and makes
 * another step of them, through its constructor and setters. As in a form, a text that is not set comes back as the empty
 * text. Where a value is set that the form has no field for, and that a form would lose, it fails and names it.
 *
 * <p>What it does not see: a field whose control cannot show its value, or shows another one.
 */
public final class StepConfigTester {

    /** @param rule the running Jenkins, which knows the descriptors */
    public StepConfigTester(JenkinsRule rule) {
        if (rule.jenkins == null) {
            throw new IllegalStateException("Jenkins does not run");
        }
    }

    /** The step that the form would make. */
    @SuppressWarnings("unchecked")
    public <S extends Step> S configRoundTrip(S before) throws Exception {
        DescribableModel<S> model = DescribableModel.of((Class<S>) before.getClass());
        Set<String> fields = FormFields.of(before.getClass());
        requireFields(before.getClass(), fields, DescribableModel.uninstantiate2_(before));
        Map<String, Object> submitted = new LinkedHashMap<>();
        for (DescribableParameter parameter : model.getParameters()) {
            if (fields.contains(parameter.getName())) {
                Object value = parameter.labInspect(before);
                if (value != null) {
                    submitted.put(parameter.getName(), value);
                } else if (parameter.getErasedType() == String.class) {
                    submitted.put(parameter.getName(), "");
                }
            }
        }
        return model.instantiate(submitted);
    }

    private static void requireFields(Class<?> type, Set<String> fields, UninstantiatedDescribable set) {
        Set<String> lost = new TreeSet<>(set.getArguments().keySet());
        lost.removeAll(fields);
        if (!lost.isEmpty()) {
            throw new AssertionError("The form of " + type.getSimpleName() + " has no field for " + lost
                    + ": it would lose what is set there. Add entries to its config.jelly, which has " + fields);
        }
        set.getArguments().values().forEach(StepConfigTester::requireFieldsWithin);
    }

    private static void requireFieldsWithin(Object value) {
        if (value instanceof UninstantiatedDescribable nested && nested.getModel() != null) {
            Class<?> type = nested.getModel().getType();
            requireFields(type, FormFields.of(type), nested);
        } else if (value instanceof List<?> list) {
            list.forEach(StepConfigTester::requireFieldsWithin);
        }
    }
}
