package io.jenkins.plugins.sagemaker.jenkins.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Run;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.sagemaker.training.RequestDocument;
import io.jenkins.plugins.sagemaker.tuning.TuningDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** {@code sagemakerTune}: tunes hyperparameters with SageMaker. Holds the arguments of a tuning job; {@link TuningArguments} makes a request of them. */
public final class SageMakerTuneStep extends SearchStep {

    private String tuningJobName;

    @DataBoundConstructor
    public SageMakerTuneStep(String roleArn, String s3OutputPath) {
        super(roleArn, s3OutputPath);
    }

    @CheckForNull
    public String getTuningJobName() {
        return tuningJobName;
    }

    @DataBoundSetter
    public void setTuningJobName(String tuningJobName) {
        this.tuningJobName = Util.fixEmptyAndTrim(tuningJobName);
    }

    /** What {@code requestJson} says of the training jobs; its other members are the tuning's. */
    @Override
    RequestDocument given() {
        return RequestDocument.of(TuningDocument.definition(super.given().members()));
    }

    /** What {@code requestJson} and the arguments say of the tuning itself. */
    RequestDocument search() {
        var search = RequestDocument.of(Map.of());
        describeSearch(search);
        return RequestDocument.of(TuningDocument.withoutDefinition(super.given().members()))
                .merge(search.members());
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        return execution(context, TuningArguments.of(this, context.get(Run.class)));
    }

    @Extension
    public static final class DescriptorImpl extends JudgedStepDescriptor {

        @Override
        public String getFunctionName() {
            return "sagemakerTune";
        }

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.SageMakerTuneStep_displayName();
        }

        @NonNull
        @Override
        public Map<String, Object> customInstantiate(@NonNull Map<String, Object> arguments) {
            Map<String, Object> converted = new LinkedHashMap<>(super.customInstantiate(arguments));
            converted.computeIfPresent("parameterRanges", (name, ranges) -> ParameterRange.withTexts(ranges));
            return converted;
        }

        @POST
        public ListBoxModel doFillStrategyItems(@AncestorInPath Item item, @QueryParameter String strategy) {
            return Choices.of(item, strategy, "Bayesian", "Random", "Hyperband", "Grid");
        }

        @POST
        public ListBoxModel doFillObjectiveTypeItems(@AncestorInPath Item item, @QueryParameter String objectiveType) {
            return Choices.of(item, objectiveType, "Maximize", "Minimize");
        }

        @POST
        public ListBoxModel doFillTrainingJobEarlyStoppingTypeItems(
                @AncestorInPath Item item, @QueryParameter String trainingJobEarlyStoppingType) {
            return Choices.of(item, trainingJobEarlyStoppingType, "Off", "Auto");
        }

        @POST
        public ListBoxModel doFillWarmStartTypeItems(@AncestorInPath Item item, @QueryParameter String warmStartType) {
            return Choices.optional(item, warmStartType, "IdenticalDataAndAlgorithm", "TransferLearning");
        }

        @Override
        public String argumentsToString(@NonNull Map<String, Object> arguments) {
            Object name = arguments.getOrDefault("tuningJobName", arguments.get("baseJobName"));
            return name == null ? null : name.toString();
        }
    }
}
