package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.EnvVars;
import hudson.Extension;
import hudson.model.Run;
import io.jenkins.plugins.sagemaker.operation.OperationRun.Limits;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code carelessTraining}: runs a {@link CarelessTraining}. */
public final class CarelessTrainingStep extends Step {

    private String flaw = CarelessTraining.Flaw.NONE.name();

    @DataBoundConstructor
    public CarelessTrainingStep() {}

    public String getFlaw() {
        return flaw;
    }

    @DataBoundSetter
    public void setFlaw(String flaw) {
        this.flaw = flaw;
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        var operation = new CarelessTraining(CarelessTraining.Flaw.valueOf(flaw));
        var settings = new AwsSettings(null, null, null, null, null, null).within(context.get(EnvVars.class));
        return new OperationExecution<>(
                context, OperationOwner.of(context, operation, settings, new Limits(null, false)));
    }

    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "carelessTraining";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class);
        }
    }
}
