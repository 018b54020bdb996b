package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** How often SageMaker tries a job anew by itself that has failed by an error of SageMaker. */
public final class RetryStrategy extends AbstractDescribableImpl<RetryStrategy> {

    private final int maximumRetryAttempts;

    @DataBoundConstructor
    public RetryStrategy(int maximumRetryAttempts) {
        this.maximumRetryAttempts = maximumRetryAttempts;
    }

    public int getMaximumRetryAttempts() {
        return maximumRetryAttempts;
    }

    @Extension
    @Symbol("retryStrategy")
    public static final class DescriptorImpl extends Descriptor<RetryStrategy> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.RetryStrategy_displayName();
        }
    }
}
