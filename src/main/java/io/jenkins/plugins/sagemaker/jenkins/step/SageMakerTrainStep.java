package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.sagemaker.training.RequestDocument;
import io.jenkins.plugins.sagemaker.training.TrainingPolicy.IfJobExists;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.verb.POST;

/** {@code sagemakerTrain}: trains a model with SageMaker. Holds the arguments of a single job; {@link TrainingArguments} makes a request of them. */
public final class SageMakerTrainStep extends JobHandlingStep {

    private String trainingJobName;
    private List<String> containerEntrypoint;
    private List<String> containerArguments;
    private Logs logs = Logs.ALL;

    @DataBoundConstructor
    public SageMakerTrainStep(String roleArn, String s3OutputPath) {
        super(roleArn, s3OutputPath);
    }

    @CheckForNull
    public String getTrainingJobName() {
        return trainingJobName;
    }

    @DataBoundSetter
    public void setTrainingJobName(String trainingJobName) {
        this.trainingJobName = Util.fixEmptyAndTrim(trainingJobName);
    }

    @CheckForNull
    public List<String> getContainerEntrypoint() {
        return containerEntrypoint;
    }

    @DataBoundSetter
    public void setContainerEntrypoint(List<String> containerEntrypoint) {
        this.containerEntrypoint = Arguments.lines(containerEntrypoint);
    }

    @CheckForNull
    public List<String> getContainerArguments() {
        return containerArguments;
    }

    @DataBoundSetter
    public void setContainerArguments(List<String> containerArguments) {
        this.containerArguments = Arguments.lines(containerArguments);
    }

    public Logs getLogs() {
        return logs;
    }

    @DataBoundSetter
    public void setLogs(Logs logs) {
        this.logs = logs;
    }

    @Override
    void describe(RequestDocument document) {
        super.describe(document);
        document.putIfGiven("AlgorithmSpecification.ContainerEntrypoint", containerEntrypoint)
                .putIfGiven("AlgorithmSpecification.ContainerArguments", containerArguments);
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        return execution(context, TrainingArguments.of(this, context.get(Run.class)));
    }

    @Extension
    public static final class DescriptorImpl extends JudgedStepDescriptor {

        @Override
        public String getFunctionName() {
            return "sagemakerTrain";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.SageMakerTrainStep_displayName();
        }

        @POST
        public ListBoxModel doFillActionIfJobExistsItems(@AncestorInPath Item item) {
            var items = new ListBoxModel();
            if (Choices.mayBeSeen(item)) {
                for (IfJobExists action : IfJobExists.values()) {
                    items.add(JobHandlingStep.name(action));
                }
            }
            return items;
        }

        @Override
        public String argumentsToString(@NonNull Map<String, Object> arguments) {
            Object name = arguments.getOrDefault("trainingJobName", arguments.get("baseJobName"));
            return name == null ? null : name.toString();
        }
    }
}
