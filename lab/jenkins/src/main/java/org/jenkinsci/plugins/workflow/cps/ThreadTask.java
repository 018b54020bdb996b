package org.jenkinsci.plugins.workflow.cps;

/** What a program asks the engine to do when it suspends itself. */
abstract class ThreadTask {

    /** Does it, in the CPS thread; answers the value to go on with at once, or null to stay suspended. */
    abstract com.cloudbees.groovy.cps.Outcome eval(CpsThread cur);
}
