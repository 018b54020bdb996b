package io.jenkins.plugins.sagemaker.jenkins.step;

/** What becomes of the remote work when the build is aborted or the step's time is up. */
public enum OnAbort {
    /** It is stopped. */
    STOP,
    /** It goes on, and nobody watches. */
    LEAVE
}
