package jenkins.model;

import hudson.model.ModelObject;

/** A model object with a menu of children; the menu is left out. */
public interface ModelObjectWithChildren extends ModelObject {}
