package hudson.model;

import hudson.EnvVars;
import hudson.model.labels.LabelAtom;
import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import hudson.slaves.NodeProperty;
import hudson.slaves.WorkspaceList;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import jenkins.model.Jenkins;
import jenkins.util.NonLocalizable;

/** The running side of a {@link Node}. */
public abstract class Computer extends Actionable implements AccessControlled, DescriptorByNameOwner {
    public static final PermissionGroup PERMISSIONS = new PermissionGroup(Computer.class, new NonLocalizable("Agent"));
    public static final Permission CONFIGURE =
            new Permission(PERMISSIONS, "Configure", null, Permission.CONFIGURE, PermissionScope.COMPUTER);
    public static final Permission BUILD =
            new Permission(PERMISSIONS, "Build", null, Permission.WRITE, PermissionScope.COMPUTER);

    /** Runs what may block on agents. */
    public static final ExecutorService threadPoolForRemoting =
            io.jenkins.plugins.sagemaker.lab.jenkins.core.Threads.REMOTING;

    protected String nodeName;
    private final List<Executor> oneOff = new CopyOnWriteArrayList<>();
    private final WorkspaceList workspaces = new WorkspaceList();

    protected Computer(Node node) {
        this.nodeName = node.getNodeName();
    }

    public String getName() {
        return nodeName;
    }

    @Override
    public String getDisplayName() {
        return nodeName;
    }

    @Override
    public String getSearchUrl() {
        return getUrl();
    }

    public String getUrl() {
        return "computer/" + getName() + "/";
    }

    public abstract VirtualChannel getChannel();

    public abstract Charset getDefaultCharset();

    public Node getNode() {
        Jenkins j = Jenkins.getInstanceOrNull();
        return j == null ? null : nodeName.isEmpty() ? j : j.getNode(nodeName);
    }

    public boolean isOffline() {
        return getChannel() == null;
    }

    public final boolean isOnline() {
        return !isOffline();
    }

    /** Brings it back after its connection has broken. */
    public final Future<?> connect(boolean forceReconnect) {
        return _connect(forceReconnect);
    }

    protected abstract Future<?> _connect(boolean forceReconnect);

    public Boolean isUnix() {
        return isOffline() ? null : java.io.File.pathSeparatorChar == ':';
    }

    public int getNumExecutors() {
        Node node = getNode();
        return node == null ? 0 : node.getNumExecutors();
    }

    public Set<LabelAtom> getAssignedLabels() {
        Node node = getNode();
        return node == null ? Set.of() : node.getAssignedLabels();
    }

    public WorkspaceList getWorkspaceList() {
        return workspaces;
    }

    public List<Executor> getOneOffExecutors() {
        return List.copyOf(oneOff);
    }

    void labAdd(Executor executor) {
        oneOff.add(executor);
    }

    void labRemove(Executor executor) {
        oneOff.remove(executor);
    }

    /** The variables of the process on that machine. */
    public EnvVars getEnvironment() throws IOException, InterruptedException {
        return new EnvVars(EnvVars.masterEnvVars);
    }

    /** The variables that builds on this machine get. */
    public EnvVars buildEnvironment(TaskListener listener) throws IOException, InterruptedException {
        EnvVars env = new EnvVars();
        Node node = getNode();
        if (node == null) {
            return env;
        }
        for (NodeProperty<?> p : Jenkins.get().getGlobalNodeProperties()) {
            p.buildEnvVars(env, listener);
        }
        for (NodeProperty<?> p : node.getNodeProperties()) {
            p.buildEnvVars(env, listener);
        }
        String rootUrl = Jenkins.get().getRootUrl();
        if (rootUrl != null) {
            env.put("HUDSON_URL", rootUrl);
            env.put("JENKINS_URL", rootUrl);
        }
        return env;
    }

    public String getHostName() throws IOException, InterruptedException {
        return "localhost";
    }

    @Override
    public ACL getACL() {
        return Jenkins.get().getAuthorizationStrategy().getACL(this);
    }

    /** The computer that the calling executor works for, or null in any other thread. */
    public static Computer currentComputer() {
        Executor e = Executor.currentExecutor();
        return e == null ? null : e.getOwner();
    }

    void labClose(Channel channel) {
        channel.labClose();
    }
}
