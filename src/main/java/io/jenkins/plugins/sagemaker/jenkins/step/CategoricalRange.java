package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Descriptor;
import io.jenkins.plugins.sagemaker.training.RequestDocument;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Some values without an order. */
public final class CategoricalRange extends ParameterRange {

    private final List<String> values;

    @DataBoundConstructor
    public CategoricalRange(String name, List<String> values) {
        super(name);
        this.values = Arguments.lines(values);
    }

    public List<String> getValues() {
        return values;
    }

    @Override
    String member() {
        return "CategoricalParameterRanges";
    }

    @Override
    void describe(RequestDocument range) {
        range.putIfGiven("Values", values);
    }

    @Extension
    @Symbol("categorical")
    public static final class DescriptorImpl extends Descriptor<ParameterRange> implements TextLines {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.CategoricalRange_displayName();
        }
    }
}
