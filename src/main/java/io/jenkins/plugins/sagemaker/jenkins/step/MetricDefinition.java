package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import io.jenkins.plugins.sagemaker.training.RequestDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** A metric that is found in the log of a job. */
public final class MetricDefinition extends AbstractDescribableImpl<MetricDefinition> {

    private final String name;
    private final String regex;

    @DataBoundConstructor
    public MetricDefinition(String name, String regex) {
        this.name = Util.fixEmptyAndTrim(name);
        this.regex = Util.fixEmptyAndTrim(regex);
    }

    public String getName() {
        return name;
    }

    public String getRegex() {
        return regex;
    }

    /** @throws IllegalArgumentException with a sentence for the user if one has no name */
    static List<Object> documents(List<MetricDefinition> definitions) {
        List<Object> documents = new ArrayList<>();
        for (MetricDefinition one : definitions == null ? List.<MetricDefinition>of() : definitions) {
            if (one.name == null) {
                throw NamedValue.noName("metricDefinitions", "[accuracy: 'accuracy=([0-9.]+)']", one.regex);
            }
            documents.add(RequestDocument.of(Map.of())
                    .putIfGiven("Name", one.name)
                    .putIfGiven("Regex", one.regex)
                    .members());
        }
        return documents;
    }

    @Extension
    @Symbol("metricDefinition")
    public static final class DescriptorImpl extends Descriptor<MetricDefinition> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.MetricDefinition_displayName();
        }
    }
}
