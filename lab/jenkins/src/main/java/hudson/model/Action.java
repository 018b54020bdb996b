package hudson.model;

/** Something attached to a build, a job or a user. */
public interface Action extends ModelObject {
    String getIconFileName();

    @Override
    String getDisplayName();

    String getUrlName();
}
