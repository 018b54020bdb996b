package hudson.model;

import hudson.ExtensionPoint;
import hudson.FilePath;
import hudson.Launcher;
import hudson.XmlFile;
import hudson.model.labels.LabelAtom;
import hudson.remoting.VirtualChannel;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.slaves.NodeProperty;
import hudson.slaves.NodePropertyDescriptor;
import hudson.util.DescribableList;
import java.io.File;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import jenkins.model.Jenkins;
import jenkins.util.io.OnMaster;

/** A machine that builds: the controller itself or an agent. */
public abstract class Node extends AbstractModelObject
        implements ExtensionPoint, AccessControlled, OnMaster, PersistenceRoot, Saveable {
    private DescribableList<NodeProperty<?>, NodePropertyDescriptor> nodeProperties =
            new DescribableList<>(Saveable.NOOP);

    protected Node() {}

    public abstract String getNodeName();

    public abstract void setNodeName(String name);

    public abstract String getNodeDescription();

    public abstract int getNumExecutors();

    public abstract Mode getMode();

    protected abstract Computer createComputer();

    /** The running side of this node, new. */
    public final Computer labComputer() {
        return createComputer();
    }

    public abstract FilePath getWorkspaceFor(TopLevelItem item);

    public abstract FilePath getRootPath();

    public abstract Launcher createLauncher(TaskListener listener);

    public abstract String getLabelString();

    @Override
    public String getDisplayName() {
        return getNodeName();
    }

    @Override
    public String getSearchUrl() {
        return "computer/" + getNodeName() + "/";
    }

    public VirtualChannel getChannel() {
        Computer c = toComputer();
        return c == null ? null : c.getChannel();
    }

    public final Computer toComputer() {
        return Jenkins.get().getComputer(getNodeName());
    }

    public FilePath createPath(String absolutePath) {
        VirtualChannel ch = getChannel();
        return ch == null ? null : new FilePath(ch, absolutePath);
    }

    public Set<LabelAtom> getAssignedLabels() {
        Set<LabelAtom> labels = new HashSet<>(Label.parse(getLabelString()));
        labels.add(getSelfLabel());
        return labels;
    }

    public LabelAtom getSelfLabel() {
        return new LabelAtom(getNodeName());
    }

    public DescribableList<NodeProperty<?>, NodePropertyDescriptor> getNodeProperties() {
        return nodeProperties;
    }

    public boolean isAcceptingTasks() {
        return true;
    }

    @Override
    public ACL getACL() {
        return Jenkins.get().getAuthorizationStrategy().getACL(this);
    }

    @Override
    public File getRootDir() {
        return new File(Jenkins.get().getRootDir(), "nodes/" + getNodeName());
    }

    @Override
    public void save() throws IOException {
        labConfigFile(getRootDir()).write(this);
    }

    /** Where a node is kept that has its folder there. */
    public static XmlFile labConfigFile(File folder) {
        return new XmlFile(Jenkins.XSTREAM2, new File(folder, "config.xml"));
    }

    /** Which builds a node takes. */
    public enum Mode {
        NORMAL,
        EXCLUSIVE;

        public String getName() {
            return name();
        }

        public String getDescription() {
            return name();
        }
    }
}
