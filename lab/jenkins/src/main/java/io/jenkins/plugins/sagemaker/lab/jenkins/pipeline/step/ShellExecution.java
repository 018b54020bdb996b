package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Proc;
import hudson.model.TaskListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/** Runs a shell script on a background thread, and kills it when it is stopped. */
final class ShellExecution extends SynchronousNonBlockingStepExecution<Object> {

    private static final long serialVersionUID = 1L;

    private final transient ShellStep step;

    ShellExecution(StepContext context, ShellStep step) {
        super(context);
        this.step = step;
    }

    @Override
    protected Object run() throws Exception {
        if (step.getLabel() != null) {
            getContext().get(FlowNode.class).addAction(new LabelAction(step.getLabel()));
        }
        FilePath workspace = getContext().get(FilePath.class);
        TaskListener listener = getContext().get(TaskListener.class);
        workspace.mkdirs();
        var captured = new ByteArrayOutputStream();
        Launcher.ProcStarter starter = getContext()
                .get(Launcher.class)
                .launch()
                .cmds(command())
                .envs(getContext().get(EnvVars.class))
                .pwd(workspace)
                .quiet(true);
        if (step.isReturnStdout()) {
            starter.stdout(captured).stderr(listener.getLogger());
        } else {
            starter.stdout(listener.getLogger());
        }
        Proc process = starter.start();
        int exit;
        try {
            exit = process.join();
        } catch (InterruptedException stopped) {
            listener.getLogger().println("Sending interrupt signal to process");
            process.kill();
            throw stopped;
        }
        if (step.isReturnStatus()) {
            return exit;
        }
        if (exit != 0) {
            throw new AbortException("script returned exit code " + exit);
        }
        return step.isReturnStdout() ? captured.toString(StandardCharsets.UTF_8) : null;
    }

    /** As Jenkins runs it: by the interpreter of the first line, else by sh, which shows and stops at what fails. */
    private String[] command() {
        String script = step.getScript();
        if (script.startsWith("#!")) {
            String interpreter =
                    script.lines().findFirst().orElse("#!/bin/sh").substring(2).trim();
            String[] words = interpreter.split("\\s+");
            String[] command = Arrays.copyOf(words, words.length + 2);
            command[words.length] = "-c";
            command[words.length + 1] = script;
            return command;
        }
        return new String[] {"sh", "-xe", "-c", script};
    }
}
