package org.jenkinsci.plugins.workflow.support.steps.input;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.User;
import jenkins.model.CauseOfInterruption;

/** Someone chose not to let the build go on. */
public final class Rejection extends CauseOfInterruption {

    private static final long serialVersionUID = 1L;

    private final String userName;
    private final long timestamp = System.currentTimeMillis();

    public Rejection(@CheckForNull User u) {
        this.userName = u == null ? null : u.getId();
    }

    public @CheckForNull User getUser() {
        return userName == null ? null : User.getById(userName, true);
    }

    /** Milliseconds since 1970. */
    public long getTimestamp() {
        return timestamp;
    }

    @Override
    public String getShortDescription() {
        User user = getUser();
        return user == null ? "Rejected by SYSTEM" : "Rejected by " + user.getDisplayName();
    }
}
