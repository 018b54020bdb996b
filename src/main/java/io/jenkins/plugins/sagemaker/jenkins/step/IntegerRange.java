package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import java.util.Objects;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Whole numbers from a smallest to a largest one. */
public final class IntegerRange extends ScaledRange {

    private final Long minValue;
    private final Long maxValue;

    @DataBoundConstructor
    public IntegerRange(String name, Long minValue, Long maxValue) {
        super(name);
        this.minValue = minValue;
        this.maxValue = maxValue;
    }

    public Long getMinValue() {
        return minValue;
    }

    public Long getMaxValue() {
        return maxValue;
    }

    @Override
    String min() {
        return Objects.toString(minValue, null);
    }

    @Override
    String max() {
        return Objects.toString(maxValue, null);
    }

    @Override
    String member() {
        return "IntegerParameterRanges";
    }

    @Extension
    @Symbol("integer")
    public static final class DescriptorImpl extends ScaledRangeDescriptor {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.IntegerRange_displayName();
        }
    }
}
