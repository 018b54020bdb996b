package io.jenkins.plugins.sagemaker.lab.cli.chaos;

/**
 * A moment of a run at which something can go wrong.
 *
 * @param name the call of an API ({@code sagemaker.CreateTrainingJob}), or what is written: {@code journal}, {@code program}, {@code log}, ...
 * @param occurrence counted from 1 in each run
 */
record Site(String name, int occurrence) {

    boolean isCall() {
        return name.indexOf('.') > 0 && !name.startsWith("write ");
    }

    /** Whether it is written at each step only where a build is to survive a crash. */
    boolean isOnlyIfDurable() {
        return name.startsWith("write program") || name.startsWith("write build.xml") || name.startsWith("write node");
    }

    @Override
    public String toString() {
        return name + "#" + occurrence;
    }
}
