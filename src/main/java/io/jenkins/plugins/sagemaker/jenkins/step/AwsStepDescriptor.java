package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.sagemaker.jenkins.config.AwsCredentialsItems;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.structs.describable.CustomDescribableModel;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What the descriptors of all steps share which do something in AWS. */
public abstract class AwsStepDescriptor extends StepDescriptor implements CustomDescribableModel, TextLines {

    @NonNull
    @Override
    public Map<String, Object> customInstantiate(@NonNull Map<String, Object> arguments) {
        return new MapArguments(clazz).toLists(arguments);
    }

    @NonNull
    @Override
    public UninstantiatedDescribable customUninstantiate(@NonNull UninstantiatedDescribable step) {
        return new MapArguments(clazz).toMaps(step);
    }

    @Override
    public Set<? extends Class<?>> getRequiredContext() {
        return Set.of(Run.class, TaskListener.class, FlowNode.class);
    }

    @POST
    public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
        return AwsCredentialsItems.ofForm(item, credentialsId);
    }

    @POST
    public ListBoxModel doFillOnAbortItems(@AncestorInPath Item item) {
        var items = new ListBoxModel();
        if (Choices.mayBeSeen(item)) {
            items.add(Messages.AwsStep_onAbort_stop(), OnAbort.STOP.name());
            items.add(Messages.AwsStep_onAbort_leave(), OnAbort.LEAVE.name());
        }
        return items;
    }
}
