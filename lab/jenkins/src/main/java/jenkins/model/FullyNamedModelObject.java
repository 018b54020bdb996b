package jenkins.model;

import hudson.model.ModelObject;

/** Has a display name that includes its ancestors'. */
public interface FullyNamedModelObject extends ModelObject {
    String getFullDisplayName();
}
