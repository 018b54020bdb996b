package hudson.model;

/** Something that occupies resources. */
public interface ResourceActivity {
    String getDisplayName();
}
