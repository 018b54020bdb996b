package io.jenkins.plugins.sagemaker.lab.cli.chaos;

/**
 * One thing that goes wrong in a run.
 *
 * @param times how many calls of that name in a row it strikes
 */
record Strike(Blow blow, Site site, int times) {

    boolean hits(Site moment) {
        return moment.name().equals(site.name())
                && moment.occurrence() >= site.occurrence()
                && moment.occurrence() < site.occurrence() + times;
    }

    @Override
    public String toString() {
        return blow + " at " + site + (times > 1 ? " (" + times + " times)" : "");
    }
}
