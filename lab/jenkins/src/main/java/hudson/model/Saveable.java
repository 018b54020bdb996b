package hudson.model;

import java.io.IOException;

/** Something that writes itself to disk. */
public interface Saveable {
    Saveable NOOP = () -> {};

    void save() throws IOException;
}
