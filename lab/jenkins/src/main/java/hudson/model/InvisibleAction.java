package hudson.model;

/** An action without a link of its own. */
public abstract class InvisibleAction implements Action {
    protected InvisibleAction() {}

    @Override
    public final String getIconFileName() {
        return null;
    }

    @Override
    public final String getDisplayName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return null;
    }
}
