package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import java.util.ArrayList;
import java.util.List;

/** A moment and the side of it on which the controller dies: before a call or a write, or after a call has had its effect. */
record CrashPoint(Site site, Blow side) {

    /** All crash points of a run in which nothing went wrong, in order. */
    static List<CrashPoint> of(Observation calm) {
        List<CrashPoint> points = new ArrayList<>();
        for (Site site : calm.visited().keySet()) {
            points.add(new CrashPoint(site, Blow.CRASH_BEFORE));
            if (site.isCall()) {
                points.add(new CrashPoint(site, Blow.CRASH_AFTER));
            }
        }
        return points;
    }

    @Override
    public String toString() {
        return side + " " + site;
    }
}
