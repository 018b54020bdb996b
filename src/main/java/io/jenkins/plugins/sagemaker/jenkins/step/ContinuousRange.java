package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import java.math.BigDecimal;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Any number from a smallest to a largest one. */
public final class ContinuousRange extends ScaledRange {

    private final Double minValue;
    private final Double maxValue;

    @DataBoundConstructor
    public ContinuousRange(String name, Double minValue, Double maxValue) {
        super(name);
        this.minValue = minValue;
        this.maxValue = maxValue;
    }

    public Double getMinValue() {
        return minValue;
    }

    public Double getMaxValue() {
        return maxValue;
    }

    @Override
    String min() {
        return plain(minValue);
    }

    @Override
    String max() {
        return plain(maxValue);
    }

    /** Not 1.0E-4. */
    private static String plain(Double number) {
        return number == null
                ? null
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    @Override
    String member() {
        return "ContinuousParameterRanges";
    }

    @Extension
    @Symbol("continuous")
    public static final class DescriptorImpl extends ScaledRangeDescriptor {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.ContinuousRange_displayName();
        }
    }
}
