package io.jenkins.plugins.sagemaker.jenkins.report;

/** How work in AWS has ended, as far as its build is concerned. */
public enum Outcome {
    SUCCEEDED("succeeded", "symbol-status-blue"),
    /** It has come to its end, but was not good enough. */
    UNSTABLE("unstable", "symbol-status-yellow"),
    FAILED("failed", "symbol-status-red"),
    /** Stopped with its build. */
    STOPPED("stopped", "symbol-status-aborted"),
    /** It was left, as the step wanted, or it is not known whether it has stopped. */
    LEFT("may run on", "symbol-status-aborted");

    private final String words;
    private final String icon;

    Outcome(String words, String icon) {
        this.words = words;
        this.icon = icon;
    }

    public String getWords() {
        return words;
    }

    public String getIcon() {
        return icon;
    }
}
