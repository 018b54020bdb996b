package io.jenkins.plugins.sagemaker.jenkins.report;

import hudson.model.Run;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.RunAction2;
import jenkins.model.Tab;

/** The page of a build that shows what it has done in AWS, and a summary of it on the build's own page. Kept with the build. */
public final class SageMakerAction extends Tab implements RunAction2 {

    private final List<RemoteWork> works = new CopyOnWriteArrayList<>();

    private SageMakerAction(Run<?, ?> build) {
        super(build);
    }

    /** Shows the work on the build's page, in the place of what was known of it before. */
    public static void add(Run<?, ?> build, RemoteWork work) throws IOException {
        // Steps of one build may end at the same moment.
        synchronized (SageMakerAction.class) {
            SageMakerAction action = build.getAction(SageMakerAction.class);
            if (action == null) {
                action = new SageMakerAction(build);
                build.addAction(action);
            }
            action.works.removeIf(known -> known.key().equals(work.key()));
            action.works.add(work);
        }
        build.save();
    }

    public List<RemoteWork> getWorks() {
        return List.copyOf(works);
    }

    @Override
    public void onAttached(Run<?, ?> build) {
        object = build;
    }

    @Override
    public void onLoad(Run<?, ?> build) {
        object = build;
    }

    @Override
    public String getIconFileName() {
        return "symbol-cloud";
    }

    @Override
    public String getDisplayName() {
        return "SageMaker";
    }

    @Override
    public String getUrlName() {
        return "sagemaker";
    }
}
