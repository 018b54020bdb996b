package jenkins.security;

import java.io.Serial;
import jenkins.agents.ControllerToAgentCallable;

/** Work that the controller sends to an agent. */
public abstract class MasterToSlaveCallable<V, T extends Throwable> implements ControllerToAgentCallable<V, T> {
    @Serial
    private static final long serialVersionUID = 1L;
}
