package org.jenkinsci.plugins.workflow.support.steps.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.ParameterDefinition;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** {@code input}: waits for a person to let the build go on. */
public class InputStep extends Step implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String message;
    private String id;
    private String submitter;
    private String submitterParameter;
    private List<ParameterDefinition> parameters = new ArrayList<>();
    private String ok;
    private String cancel;

    @DataBoundConstructor
    public InputStep(String message) {
        this.message = message == null ? "Pipeline has paused and needs your input before proceeding" : message;
    }

    public String getMessage() {
        return message;
    }

    /** Names the question within the build; begins with a capital. Made from the message unless set. */
    public String getId() {
        if (id == null) {
            id = "Q"
                    + UUID.nameUUIDFromBytes(message.getBytes(StandardCharsets.UTF_8))
                            .toString()
                            .replace("-", "");
        }
        return id;
    }

    @DataBoundSetter
    public void setId(String id) {
        String given = Util.fixEmpty(id);
        this.id = given == null ? null : given.substring(0, 1).toUpperCase(Locale.ENGLISH) + given.substring(1);
    }

    /** Who may answer: user names and groups, separated by commas; null where everyone may. */
    public String getSubmitter() {
        return submitter;
    }

    @DataBoundSetter
    public void setSubmitter(String submitter) {
        this.submitter = Util.fixEmptyAndTrim(submitter);
    }

    public String getSubmitterParameter() {
        return submitterParameter;
    }

    /** The name under which the step's value tells who answered. */
    @DataBoundSetter
    public void setSubmitterParameter(String submitterParameter) {
        this.submitterParameter = Util.fixEmptyAndTrim(submitterParameter);
    }

    public List<ParameterDefinition> getParameters() {
        return parameters;
    }

    @DataBoundSetter
    public void setParameters(List<ParameterDefinition> parameters) {
        this.parameters = parameters == null ? new ArrayList<>() : new ArrayList<>(parameters);
    }

    /** The label of the button to go on. */
    public String getOk() {
        return ok != null ? ok : "Proceed";
    }

    @DataBoundSetter
    public void setOk(String ok) {
        this.ok = Util.fixEmptyAndTrim(ok);
    }

    /** The label of the button to stop. */
    public @CheckForNull String getCancel() {
        return cancel != null ? cancel : "Abort";
    }

    @DataBoundSetter
    public void setCancel(String cancel) {
        this.cancel = Util.fixEmptyAndTrim(cancel);
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        return new InputStepExecution(this, context);
    }

    /** The kind of step. */
    @Extension
    public static class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "input";
        }

        @Override
        public String getDisplayName() {
            return "Wait for interactive input";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FlowNode.class);
        }
    }
}
