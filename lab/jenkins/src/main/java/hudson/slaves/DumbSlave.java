package hudson.slaves;

import hudson.model.Slave;
import java.io.IOException;

/** An agent that is always there. */
public final class DumbSlave extends Slave {
    public DumbSlave(String name, String remoteFS, ComputerLauncher launcher) throws IOException {
        super(name, remoteFS, launcher);
    }
}
