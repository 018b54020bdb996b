package jenkins.model;

/** Has a name, unique among its siblings. */
public interface Named {
    String getName();
}
