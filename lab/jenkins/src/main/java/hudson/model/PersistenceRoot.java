package hudson.model;

import java.io.File;

/** A saveable object with a folder of its own. */
public interface PersistenceRoot extends Saveable {
    File getRootDir();
}
