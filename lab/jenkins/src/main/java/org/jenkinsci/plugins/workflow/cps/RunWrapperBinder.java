package org.jenkinsci.plugins.workflow.cps;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import org.jenkinsci.plugins.workflow.support.steps.build.RunWrapper;

/** {@code currentBuild}: the running build. */
@Extension
public class RunWrapperBinder extends GlobalVariable {

    @Override
    public @NonNull String getName() {
        return "currentBuild";
    }

    @Override
    public @NonNull Object getValue(@NonNull CpsScript script) throws Exception {
        return new RunWrapper(script.$build(), true);
    }
}
