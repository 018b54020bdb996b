package hudson.model;

import hudson.search.SearchableModelObject;

/** Base of the model; the web parts of the real one are left out. */
public abstract class AbstractModelObject implements SearchableModelObject {
    protected AbstractModelObject() {}

    @Override
    public String getSearchName() {
        return getDisplayName();
    }
}
