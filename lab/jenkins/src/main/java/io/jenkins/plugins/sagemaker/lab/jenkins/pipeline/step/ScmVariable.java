package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.step;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.cps.CpsScript;
import org.jenkinsci.plugins.workflow.cps.GlobalVariable;

/** {@code scm}: the sources that the lab was started with. */
@Extension
public final class ScmVariable extends GlobalVariable {

    @Override
    public @NonNull String getName() {
        return "scm";
    }

    @Override
    public @NonNull Object getValue(@NonNull CpsScript script) {
        return new Sources();
    }

    /** Stands for the folder that the build knows. */
    static final class Sources implements Serializable {
        private static final long serialVersionUID = 1L;
    }
}
