package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import io.jenkins.plugins.sagemaker.training.RequestDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;

/** Values from which a tuning chooses those of a hyperparameter. */
public abstract class ParameterRange extends AbstractDescribableImpl<ParameterRange> {

    private final String name;

    ParameterRange(String name) {
        this.name = Util.fixEmptyAndTrim(name);
    }

    public String getName() {
        return name;
    }

    /** The list of {@code ParameterRanges} to which it belongs. */
    abstract String member();

    /** Puts all but the name into an object of that list. */
    abstract void describe(RequestDocument range);

    /** In the shape of the API. */
    final Map<String, Object> document() {
        var range = RequestDocument.of(Map.of()).putIfGiven("Name", name);
        describe(range);
        return range.members();
    }

    /** Where a Pipeline gives numbers for what is text in the API: {@code values: [16, 32]}. */
    static Object withTexts(Object ranges) {
        return ranges instanceof List<?> list
                ? list.stream()
                        .map(one -> one instanceof UninstantiatedDescribable range ? withTexts(range) : one)
                        .toList()
                : ranges;
    }

    private static UninstantiatedDescribable withTexts(UninstantiatedDescribable range) {
        Map<String, Object> arguments = new LinkedHashMap<>(range.getArguments());
        arguments.computeIfPresent(
                "values",
                (name, values) -> values instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : values);
        arguments.computeIfPresent("valueHint", (name, hint) -> hint instanceof Number ? String.valueOf(hint) : hint);
        return range.withArguments(arguments);
    }
}
