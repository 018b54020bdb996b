package hudson.util;

import hudson.model.TaskListener;
import java.io.Serial;

/** A listener; adds nothing. */
public abstract class AbstractTaskListener implements TaskListener {
    @Serial
    private static final long serialVersionUID = 1L;
}
