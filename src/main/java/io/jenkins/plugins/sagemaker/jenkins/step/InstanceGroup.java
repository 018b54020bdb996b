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

/** Some of the instances of a job, of a type of their own. */
public final class InstanceGroup extends AbstractDescribableImpl<InstanceGroup> {

    private final String instanceGroupName;
    private final String instanceType;
    private final int instanceCount;

    @DataBoundConstructor
    public InstanceGroup(String instanceGroupName, String instanceType, int instanceCount) {
        this.instanceGroupName = Util.fixEmptyAndTrim(instanceGroupName);
        this.instanceType = Util.fixEmptyAndTrim(instanceType);
        this.instanceCount = instanceCount;
    }

    public String getInstanceGroupName() {
        return instanceGroupName;
    }

    public String getInstanceType() {
        return instanceType;
    }

    public int getInstanceCount() {
        return instanceCount;
    }

    static List<Object> documents(List<InstanceGroup> groups) {
        List<Object> documents = new ArrayList<>();
        for (InstanceGroup group : groups == null ? List.<InstanceGroup>of() : groups) {
            documents.add(RequestDocument.of(Map.of())
                    .putIfGiven("InstanceGroupName", group.instanceGroupName)
                    .putIfGiven("InstanceType", group.instanceType)
                    .putIfGiven("InstanceCount", group.instanceCount)
                    .members());
        }
        return documents;
    }

    @Extension
    @Symbol("instanceGroup")
    public static final class DescriptorImpl extends Descriptor<InstanceGroup> {
        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.InstanceGroup_displayName();
        }
    }
}
