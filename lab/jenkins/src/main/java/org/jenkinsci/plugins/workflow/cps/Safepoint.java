package org.jenkinsci.plugins.workflow.cps;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** Called by compiled Jenkinsfiles in every loop, so that an endless loop lets other branches and an abort through. */
public class Safepoint extends ThreadTask {

    @Whitelisted
    public static void safepoint() {
        Continuable.suspend("safepoint", new Safepoint());
    }

    @Override
    Outcome eval(CpsThread cur) {
        return new Outcome(null, null);
    }
}
