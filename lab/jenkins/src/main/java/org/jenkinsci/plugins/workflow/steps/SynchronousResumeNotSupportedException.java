package org.jenkinsci.plugins.workflow.steps;

import java.io.IOException;

/** Ends a step that was doing uninterruptible work when Jenkins was restarted. */
public class SynchronousResumeNotSupportedException extends Exception {

    private static final long serialVersionUID = 1L;

    public SynchronousResumeNotSupportedException() {
        super("Resume after a restart not supported for non-blocking synchronous steps");
    }

    public SynchronousResumeNotSupportedException(StepContext context) {
        super("The Pipeline step `" + functionName(context) + "` cannot be resumed after a controller restart."
                + " Retry it, with the `node` or `agent` around it, if it may run twice.");
    }

    private static String functionName(StepContext context) {
        try {
            StepDescriptor descriptor = context.get(StepDescriptor.class);
            return descriptor == null ? "?" : descriptor.getFunctionName();
        } catch (IOException | InterruptedException unknown) {
            return "?";
        }
    }
}
