package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.sagemaker.training.RequestDocument;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Numbers from a smallest to a largest one. */
public abstract class ScaledRange extends ParameterRange {

    private String scalingType;

    ScaledRange(String name) {
        super(name);
    }

    @CheckForNull
    public String getScalingType() {
        return scalingType;
    }

    @DataBoundSetter
    public void setScalingType(String scalingType) {
        this.scalingType = Util.fixEmptyAndTrim(scalingType);
    }

    /** As a person writes it; null if it was not given. */
    abstract String min();

    /** As a person writes it; null if it was not given. */
    abstract String max();

    @Override
    final void describe(RequestDocument range) {
        range.putIfGiven("MinValue", min()).putIfGiven("MaxValue", max()).putIfGiven("ScalingType", scalingType);
    }

    /** What the descriptors of all {@link ScaledRange}s share. */
    public abstract static class ScaledRangeDescriptor extends Descriptor<ParameterRange> {
        @POST
        public ListBoxModel doFillScalingTypeItems(@AncestorInPath Item item, @QueryParameter String scalingType) {
            return Choices.optional(item, scalingType, "Auto", "Linear", "Logarithmic", "ReverseLogarithmic");
        }
    }
}
