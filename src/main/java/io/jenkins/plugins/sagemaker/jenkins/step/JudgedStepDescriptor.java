package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.model.Item;
import hudson.util.ListBoxModel;
import hudson.util.ListBoxModel.Option;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.verb.POST;

/** What the descriptors of all {@link JudgedStep}s share. */
public abstract class JudgedStepDescriptor extends AwsStepDescriptor {

    @POST
    public ListBoxModel doFillThresholdResultItems(@AncestorInPath Item item) {
        return choices(item, "FAILURE", "UNSTABLE");
    }

    /** For a form: values of the API, which are their own names. */
    static ListBoxModel choices(Item item, String... values) {
        var items = new ListBoxModel();
        if (mayBeSeen(item)) {
            for (String value : values) {
                items.add(new Option(value));
            }
        }
        return items;
    }
}
