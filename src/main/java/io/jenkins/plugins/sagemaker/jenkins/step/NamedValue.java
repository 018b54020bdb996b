package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/**
 * One entry of an argument that is a map in a Pipeline, {@code hyperParameters: [epochs: 10]}, and a list of names and values in a form.
 * {@link MapArguments} leads from the one to the other.
 */
public final class NamedValue extends AbstractDescribableImpl<NamedValue> {

    private final String name;
    private final String value;

    @DataBoundConstructor
    public NamedValue(String name, String value) {
        this.name = Util.fixEmptyAndTrim(name);
        this.value = Util.fixNull(value);
    }

    public String getName() {
        return name;
    }

    public String getValue() {
        return value;
    }

    /**
     * In the order given; empty for null.
     *
     * @param argument its name, for the message
     * @throws IllegalArgumentException with a sentence for the user if one has no name
     */
    static Map<String, String> map(String argument, List<NamedValue> given) {
        Map<String, String> map = new LinkedHashMap<>();
        for (NamedValue one : given == null ? new ArrayList<NamedValue>() : given) {
            if (one.name == null) {
                throw noName(argument, "[name: 'value']", one.value);
            }
            map.put(one.name, one.value);
        }
        return map;
    }

    static IllegalArgumentException noName(String argument, String example, String value) {
        return new IllegalArgumentException("the argument " + argument
                + " must be a map of names and values, for example " + example + ", but there is no name to: " + value);
    }

    @Extension
    @Symbol("namedValue")
    public static final class DescriptorImpl extends Descriptor<NamedValue> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.NamedValue_displayName();
        }
    }
}
