package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import io.jenkins.plugins.sagemaker.training.RequestDocument;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** A range that SageMaker finds by itself, around an example; only with {@code autotune}. */
public final class AutoRange extends ParameterRange {

    private final String valueHint;

    @DataBoundConstructor
    public AutoRange(String name, String valueHint) {
        super(name);
        this.valueHint = Util.fixEmptyAndTrim(valueHint);
    }

    public String getValueHint() {
        return valueHint;
    }

    @Override
    String member() {
        return "AutoParameters";
    }

    @Override
    void describe(RequestDocument range) {
        range.putIfGiven("ValueHint", valueHint);
    }

    @Extension
    @Symbol("auto")
    public static final class DescriptorImpl extends Descriptor<ParameterRange> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.AutoRange_displayName();
        }
    }
}
