package org.jenkinsci.plugins.workflow.support.steps.input;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.InvisibleAction;
import hudson.model.User;

/** Who let the build go on. */
public class ApproverAction extends InvisibleAction {

    private final String userId;

    public ApproverAction(@NonNull String userId) {
        this.userId = userId;
    }

    public String getUserId() {
        return userId;
    }

    public String getUserName() {
        User user = User.getById(userId, false);
        return user == null ? userId : user.getDisplayName();
    }
}
