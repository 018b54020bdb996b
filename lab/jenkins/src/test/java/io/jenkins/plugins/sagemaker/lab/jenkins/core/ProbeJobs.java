package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import hudson.model.Run;
import java.io.IOException;
import org.jvnet.hudson.test.MockFolder;

/** Gives tests of other packages builds. */
public final class ProbeJobs {
    private ProbeJobs() {}

    /** A build of a new job in a folder. */
    public static Run<?, ?> newRun(MockFolder folder) throws IOException {
        return folder.createProject(ProbeJob.class, "probe").newRun();
    }
}
