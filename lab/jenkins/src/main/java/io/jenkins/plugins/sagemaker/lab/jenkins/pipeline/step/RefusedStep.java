package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.AbortException;
import hudson.Extension;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** A step that Jenkins has and the lab refuses, with the reason. */
public final class RefusedStep extends Step {

    private final Object arguments;
    private Refused kind;

    /** @param arguments whatever it is called with, named or not */
    @DataBoundConstructor
    public RefusedStep(Object arguments) {
        this.arguments = arguments;
    }

    public Object getArguments() {
        return arguments;
    }

    @Override
    public Refused getDescriptor() {
        return kind;
    }

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.synchronous(context, c -> {
            throw new AbortException(kind.getFunctionName() + ": " + kind.reason);
        });
    }

    /** A kind of refused step; takes any arguments. */
    public abstract static class Refused extends Kind {
        private final String reason;

        Refused(String function, boolean block, String reason) {
            super(function, block);
            this.reason = reason;
        }

        @Override
        public String getId() {
            return RefusedStep.class.getName() + "." + getFunctionName();
        }

        @Override
        public Step newInstance(Map<String, Object> arguments) {
            var step = new RefusedStep(arguments);
            step.kind = this;
            return step;
        }
    }

    /** {@code bat}. */
    @Extension
    public static final class Bat extends Refused {
        public Bat() {
            super("bat", false, "batch scripts run on Windows only; use sh, or run this Pipeline on a Jenkins");
        }
    }

    /** {@code powershell}. */
    @Extension
    public static final class PowerShell extends Refused {
        public PowerShell() {
            super("powershell", false, "PowerShell scripts are not run by the lab; use sh");
        }
    }

    /** {@code build}. */
    @Extension
    public static final class Build extends Refused {
        public Build() {
            super("build", false, "the lab runs one Pipeline and knows no other jobs; run this Pipeline on a Jenkins");
        }
    }

    /** {@code library}, and the section {@code libraries}. */
    @Extension
    public static final class Library extends Refused {
        public Library() {
            super("library", false, "the lab loads no shared libraries; run this Pipeline on a Jenkins");
        }
    }

    /** {@code lock}. */
    @Extension
    public static final class Lock extends Refused {
        public Lock() {
            super("lock", true, "the lab has no lockable resources; run this Pipeline on a Jenkins");
        }
    }

    /** {@code emailext}. */
    @Extension
    public static final class EmailExt extends Refused {
        public EmailExt() {
            super("emailext", false, "the lab sends no mail; run this Pipeline on a Jenkins");
        }
    }

    /** {@code mail}. */
    @Extension
    public static final class Mail extends Refused {
        public Mail() {
            super("mail", false, "the lab sends no mail; run this Pipeline on a Jenkins");
        }
    }
}
