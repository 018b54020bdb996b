package jenkins.model;

import hudson.ExtensionPoint;
import hudson.model.Action;
import java.util.Collection;

/** Adds actions to objects of a type each time they are asked for. */
public abstract class TransientActionFactory<T> implements ExtensionPoint {
    protected TransientActionFactory() {}

    public abstract Class<T> type();

    public Class<? extends Action> actionType() {
        return Action.class;
    }

    public abstract Collection<? extends Action> createFor(T target);
}
