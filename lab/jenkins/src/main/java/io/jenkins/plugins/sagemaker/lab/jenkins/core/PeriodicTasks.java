package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import hudson.ExtensionList;
import hudson.model.PeriodicWork;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;

/** Starts what is to be done again and again. */
final class PeriodicTasks {
    private PeriodicTasks() {}

    static void start() {
        for (PeriodicWork work : ExtensionList.lookup(PeriodicWork.class)) {
            Timer.get()
                    .scheduleAtFixedRate(
                            work, work.getInitialDelay(), work.getRecurrencePeriod(), TimeUnit.MILLISECONDS);
        }
    }
}
