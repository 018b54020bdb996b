package jenkins.model;

import hudson.model.ModelObject;

/** A model object with a context menu; the menu is left out. */
public interface ModelObjectWithContextMenu extends ModelObject {}
