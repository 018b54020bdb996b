package jenkins;

import java.io.Serial;
import jenkins.agents.ControllerToAgentFileCallable;

/** Work on a file that the controller sends to an agent. */
public abstract class MasterToSlaveFileCallable<T> implements ControllerToAgentFileCallable<T> {
    @Serial
    private static final long serialVersionUID = 1L;
}
