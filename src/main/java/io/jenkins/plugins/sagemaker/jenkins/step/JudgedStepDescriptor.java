package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.model.Item;
import hudson.util.ListBoxModel;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the descriptors of all {@link JudgedStep}s share. */
public abstract class JudgedStepDescriptor extends AwsStepDescriptor {

    @POST
    public ListBoxModel doFillThresholdResultItems(@AncestorInPath Item item, @QueryParameter String thresholdResult) {
        return Choices.of(item, thresholdResult, "FAILURE", "UNSTABLE");
    }

    @POST
    public ListBoxModel doFillTrainingInputModeItems(
            @AncestorInPath Item item, @QueryParameter String trainingInputMode) {
        return Choices.optional(item, trainingInputMode, "File", "Pipe", "FastFile");
    }
}
