package io.jenkins.plugins.sagemaker.jenkins.report;

import hudson.model.Run;

/** Work in AWS that goes on, or has gone on, after the end of its build. */
public final class OutlivingWork {

    private final String build;
    private final String step;
    private final String name;
    private final String url;
    private final String state;

    /**
     * @param build external id of the build, which may be gone
     * @param step id of the step in the build
     * @param name for example {@code training job digits-17}
     * @param url of a page for persons; null if there is none
     * @param state what is being done, or has been done, in words
     */
    public OutlivingWork(String build, String step, String name, String url, String state) {
        this.build = build;
        this.step = step;
        this.name = name;
        this.url = RemoteWork.safe(url);
        this.state = state;
    }

    OutlivingWork in(String newState) {
        return new OutlivingWork(build, step, name, url, newState);
    }

    boolean isOf(String thatBuild, String thatStep) {
        return build.equals(thatBuild) && step.equals(thatStep);
    }

    public String getBuild() {
        return build;
    }

    /** Of the build's page, from the root of Jenkins; null if the build is gone. */
    public String getBuildUrl() {
        Run<?, ?> living = Run.fromExternalizableId(build);
        return living == null ? null : living.getUrl();
    }

    public String getStep() {
        return step;
    }

    public String getName() {
        return name;
    }

    public String getUrl() {
        return url;
    }

    public String getState() {
        return state;
    }
}
