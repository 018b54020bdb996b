package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import hudson.Extension;
import hudson.console.LineTransformationOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jenkinsci.plugins.workflow.log.TaskListenerDecorator;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.StepExecutions;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code timestamps}: puts the time before every line that its block writes. */
public final class TimestampsStep extends Step {

    @DataBoundConstructor
    public TimestampsStep() {}

    @Override
    public StepExecution start(StepContext context) {
        return StepExecutions.block(
                context,
                (c, body) -> body.withContext(
                        TaskListenerDecorator.merge(c.get(TaskListenerDecorator.class), new Stamping())));
    }

    private static final class Stamping extends TaskListenerDecorator {
        private static final long serialVersionUID = 1L;

        @Override
        public OutputStream decorate(OutputStream logger) {
            return new LineTransformationOutputStream.Delegating(logger) {
                @Override
                protected void eol(byte[] b, int len) throws IOException {
                    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
                    out.write(("[" + now + "] ").getBytes(StandardCharsets.UTF_8));
                    out.write(b, 0, len);
                }
            };
        }
    }

    /** The kind of step. */
    @Extension
    public static final class DescriptorImpl extends Kind {
        public DescriptorImpl() {
            super("timestamps", true);
        }
    }
}
