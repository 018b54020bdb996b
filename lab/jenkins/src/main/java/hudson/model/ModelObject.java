package hudson.model;

/** Something with a name to show. */
public interface ModelObject {
    String getDisplayName();
}
