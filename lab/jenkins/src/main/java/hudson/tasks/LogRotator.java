package hudson.tasks;

import hudson.Extension;
import hudson.Util;
import hudson.model.Job;
import hudson.model.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jenkins.model.BuildDiscarder;
import jenkins.model.BuildDiscarderDescriptor;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Keeps the newest builds; the last successful one and those that still run stay in any case. */
public class LogRotator extends BuildDiscarder {

    private static final int ALL = -1;

    private final int daysToKeep;
    private final int numToKeep;
    private final int artifactDaysToKeep;
    private final int artifactNumToKeep;

    @DataBoundConstructor
    public LogRotator(
            String daysToKeepStr, String numToKeepStr, String artifactDaysToKeepStr, String artifactNumToKeepStr) {
        daysToKeep = parse(daysToKeepStr);
        numToKeep = parse(numToKeepStr);
        artifactDaysToKeep = parse(artifactDaysToKeepStr);
        artifactNumToKeep = parse(artifactNumToKeepStr);
    }

    private static int parse(String number) {
        try {
            return Util.fixEmptyAndTrim(number) == null ? ALL : Integer.parseInt(number.trim());
        } catch (NumberFormatException ignoredAsInJenkins) {
            return ALL;
        }
    }

    @Override
    public void perform(Job<?, ?> job) throws IOException, InterruptedException {
        long oldest = System.currentTimeMillis() - TimeUnit.DAYS.toMillis(daysToKeep);
        List<Run<?, ?>> builds = new ArrayList<>(job.getBuilds());
        for (int i = 0; i < builds.size(); i++) {
            Run<?, ?> build = builds.get(i);
            boolean tooMany = numToKeep != ALL && i >= numToKeep;
            boolean tooOld = daysToKeep != ALL && build.getStartTimeInMillis() < oldest;
            boolean needed = build.isBuilding() || build.isKeepLog() || build == job.getLastSuccessfulBuild();
            if ((tooMany || tooOld) && !needed) {
                build.delete();
            }
        }
    }

    public int getDaysToKeep() {
        return daysToKeep;
    }

    public int getNumToKeep() {
        return numToKeep;
    }

    public int getArtifactDaysToKeep() {
        return artifactDaysToKeep;
    }

    public int getArtifactNumToKeep() {
        return artifactNumToKeep;
    }

    public String getDaysToKeepStr() {
        return text(daysToKeep);
    }

    public String getNumToKeepStr() {
        return text(numToKeep);
    }

    public String getArtifactDaysToKeepStr() {
        return text(artifactDaysToKeep);
    }

    public String getArtifactNumToKeepStr() {
        return text(artifactNumToKeep);
    }

    private static String text(int number) {
        return number == ALL ? "" : String.valueOf(number);
    }

    /** The kind of discarder. */
    @Extension
    @Symbol("logRotator")
    public static final class LRDescriptor extends BuildDiscarderDescriptor {
        @Override
        public String getDisplayName() {
            return "Log Rotation";
        }
    }
}
