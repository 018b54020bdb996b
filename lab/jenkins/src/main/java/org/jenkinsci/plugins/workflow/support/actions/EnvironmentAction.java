package org.jenkinsci.plugins.workflow.support.actions;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.model.Action;
import java.io.IOException;
import java.util.Map;

/** The environment of a build, with what its program set. */
public interface EnvironmentAction extends Action {

    @NonNull
    EnvVars getEnvironment() throws IOException, InterruptedException;

    /** Also tells what the program set by itself. */
    interface IncludingOverrides extends EnvironmentAction {
        @NonNull
        Map<String, String> getOverriddenEnvironment();
    }
}
