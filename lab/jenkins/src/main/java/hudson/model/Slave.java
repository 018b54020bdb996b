package hudson.model;

import hudson.FilePath;
import hudson.Launcher;
import hudson.slaves.ComputerLauncher;
import hudson.slaves.SlaveComputer;
import java.io.IOException;

/** An agent: here a folder of this machine, reached through serialization. */
public abstract class Slave extends Node {
    protected String name;
    protected final String remoteFS;
    private int numExecutors = 1;
    private Mode mode = Mode.NORMAL;
    private String label = "";
    private transient ComputerLauncher launcher;

    protected Slave(String name, String remoteFS, ComputerLauncher launcher) throws IOException {
        this.name = name;
        this.remoteFS = remoteFS;
        this.launcher = launcher;
    }

    public ComputerLauncher getLauncher() {
        return launcher;
    }

    public String getRemoteFS() {
        return remoteFS;
    }

    @Override
    public String getNodeName() {
        return name;
    }

    @Override
    public void setNodeName(String name) {
        this.name = name;
    }

    @Override
    public String getNodeDescription() {
        return "";
    }

    @Override
    public int getNumExecutors() {
        return numExecutors;
    }

    public void setNumExecutors(int n) {
        numExecutors = n;
    }

    @Override
    public Mode getMode() {
        return mode;
    }

    public void setMode(Mode mode) {
        this.mode = mode;
    }

    @Override
    public String getLabelString() {
        return label;
    }

    public void setLabelString(String labelString) throws IOException {
        label = labelString == null ? "" : labelString.trim();
    }

    @Override
    protected Computer createComputer() {
        return new SlaveComputer(this);
    }

    @Override
    public FilePath getRootPath() {
        return createPath(remoteFS);
    }

    public FilePath getWorkspaceRoot() {
        FilePath root = getRootPath();
        return root == null ? null : root.child("workspace");
    }

    @Override
    public FilePath getWorkspaceFor(TopLevelItem item) {
        FilePath root = getWorkspaceRoot();
        return root == null ? null : root.child(item.getFullName());
    }

    @Override
    public Launcher createLauncher(TaskListener listener) {
        return new Launcher.RemoteLauncher(listener, getChannel(), true);
    }
}
