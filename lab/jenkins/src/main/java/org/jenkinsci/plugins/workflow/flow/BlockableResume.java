package org.jenkinsci.plugins.workflow.flow;

/** Something whose builds may be barred from going on after a restart. */
public interface BlockableResume {

    boolean isResumeBlocked();

    void setResumeBlocked(boolean isBlocked);
}
