package hudson.search;

import hudson.model.ModelObject;

/** A model object that the search box finds. */
public interface SearchableModelObject extends ModelObject, SearchItem {}
