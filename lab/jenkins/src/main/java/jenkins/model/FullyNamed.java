package jenkins.model;

/** Has a full name: the names of its ancestors and its own, joined by slashes. */
public interface FullyNamed {
    String getFullName();
}
