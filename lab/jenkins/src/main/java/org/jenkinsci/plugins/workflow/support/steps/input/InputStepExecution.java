package org.jenkinsci.plugins.workflow.support.steps.input;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.console.HyperlinkNote;
import hudson.model.ModelObject;
import hudson.model.ParameterDefinition;
import hudson.model.ParameterValue;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.User;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.InputRequests;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.HttpResponse;

/** A question that waits for its answer. Answered by whoever is logged in, in the calling thread. */
public class InputStepExecution extends StepExecution implements ModelObject {

    private static final long serialVersionUID = 1L;

    private final InputStep input;
    private boolean settled;

    InputStepExecution(InputStep input, StepContext context) {
        super(context);
        this.input = input;
    }

    @Override
    public boolean start() throws Exception {
        InputAction.of(getRun()).add(this);
        TaskListener listener = getListener();
        listener.getLogger().println(input.getMessage());
        if (!input.getParameters().isEmpty() || input.getSubmitterParameter() != null) {
            listener.getLogger().println(HyperlinkNote.encodeTo("/" + getRun().getUrl() + "input/", "Input requested"));
        } else {
            listener.getLogger().println(input.getOk() + " or " + input.getCancel());
        }
        InputRequests.posted(this);
        return false;
    }

    @Override
    public void onResume() {
        InputRequests.posted(this);
    }

    @Override
    public void stop(@NonNull Throwable cause) throws Exception {
        synchronized (this) {
            settled = true;
        }
        InputAction.of(getRun()).remove(this);
        getContext().onFailure(cause);
    }

    public String getId() {
        return input.getId();
    }

    public InputStep getInput() {
        return input;
    }

    public Run<?, ?> getRun() {
        try {
            return getContext().get(Run.class);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("the build of " + getContext() + " is gone", e);
        }
    }

    private TaskListener getListener() throws IOException, InterruptedException {
        return getContext().get(TaskListener.class);
    }

    public synchronized boolean isSettled() {
        return settled;
    }

    @Override
    public String getDisplayName() {
        return input.getMessage();
    }

    /** Lets the build go on, with the defaults of all parameters. */
    public HttpResponse doProceedEmpty() throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (ParameterDefinition definition : input.getParameters()) {
            ParameterValue value = definition.getDefaultParameterValue();
            values.put(definition.getName(), value == null ? null : value.getValue());
        }
        return proceed(values);
    }

    /**
     * Lets the build go on.
     *
     * @param params the values of the parameters; a single one becomes the step's value by itself
     */
    public HttpResponse proceed(Map<String, Object> params) {
        Map<String, Object> values = new HashMap<>(params == null ? Map.of() : params);
        User user = settle();
        try {
            Run<?, ?> run = getRun();
            if (user != null) {
                run.addAction(new ApproverAction(user.getId()));
                getListener().getLogger().println("Approved by " + user.getDisplayName());
            }
            getContext()
                    .get(FlowNode.class)
                    .addAction(new InputSubmittedAction(user == null ? null : user.getId(), values));
        } catch (IOException | InterruptedException e) {
            getContext().onFailure(e);
            return null;
        }
        if (input.getSubmitterParameter() != null) {
            values.put(input.getSubmitterParameter(), user == null ? "anonymous" : user.getId());
        }
        getContext()
                .onSuccess(
                        values.isEmpty()
                                ? null
                                : values.size() == 1
                                        ? values.values().iterator().next()
                                        : values);
        return null;
    }

    /** Stops the build. */
    public HttpResponse doAbort() {
        User user = settle();
        getContext().onFailure(new FlowInterruptedException(Result.ABORTED, true, new Rejection(user)));
        return null;
    }

    /** The person who answers, who must be one that may. */
    private synchronized User settle() {
        if (settled) {
            throw new IllegalStateException("This input has been already given");
        }
        User user = User.current();
        if (input.getSubmitter() != null
                && user != null
                && Arrays.stream(input.getSubmitter().split(","))
                        .map(String::trim)
                        .noneMatch(user.getId()::equals)) {
            throw new SecurityException("You need to be " + input.getSubmitter() + " to submit this.");
        }
        settled = true;
        InputAction.of(getRun()).remove(this);
        return user;
    }
}
