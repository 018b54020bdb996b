package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** The network in which the instances of a job are. */
public final class VpcConfig extends AbstractDescribableImpl<VpcConfig> {

    private final List<String> subnets;
    private final List<String> securityGroupIds;

    @DataBoundConstructor
    public VpcConfig(List<String> subnets, List<String> securityGroupIds) {
        this.subnets = Arguments.lines(subnets);
        this.securityGroupIds = Arguments.lines(securityGroupIds);
    }

    public List<String> getSubnets() {
        return subnets;
    }

    public List<String> getSecurityGroupIds() {
        return securityGroupIds;
    }

    @Extension
    @Symbol("vpcConfig")
    public static final class DescriptorImpl extends Descriptor<VpcConfig> implements TextLines {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.VpcConfig_displayName();
        }
    }
}
