package hudson.slaves;

import hudson.ExtensionPoint;

/** How an agent is started; here all agents are folders of this machine. */
public abstract class ComputerLauncher implements ExtensionPoint {
    protected ComputerLauncher() {}
}
