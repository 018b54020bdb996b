package jenkins.model;

import hudson.model.Action;
import hudson.model.Actionable;

/** An action shown as a tab of its object's page. */
public abstract class Tab implements Action, Badgeable {
    protected Actionable object;

    protected Tab(Actionable object) {
        this.object = object;
    }

    public Actionable getObject() {
        return object;
    }
}
