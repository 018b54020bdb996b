package org.jenkinsci.plugins.workflow.actions;

/** A label for people: the name of a stage, of a branch, of a shell script. */
public class LabelAction implements PersistentAction {

    private final String displayName;

    public LabelAction(String displayName) {
        this.displayName = displayName;
    }

    @Override
    public String getDisplayName() {
        return displayName;
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return null;
    }
}
