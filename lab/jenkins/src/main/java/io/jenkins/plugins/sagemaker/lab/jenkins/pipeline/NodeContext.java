package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.Extension;
import hudson.model.Computer;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.DynamicContext;

/** The environment of the node that a block runs on; asked for each time, so that none of it is written to disk. */
@Extension
public final class NodeContext extends DynamicContext.Typed<EnvVars> {

    @Override
    protected @NonNull Class<EnvVars> type() {
        return EnvVars.class;
    }

    @Override
    protected EnvVars get(DelegatedContext context) throws IOException, InterruptedException {
        Computer computer = context.get(Computer.class);
        return computer == null ? null : computer.getEnvironment();
    }
}
