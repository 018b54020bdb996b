package hudson.model;

import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.security.ACL;
import hudson.slaves.EnvironmentVariablesNodeProperty;
import hudson.slaves.NodeProperty;
import hudson.util.AtomicFileWriter;
import hudson.util.CopyOnWriteList;
import hudson.util.RunList;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import jenkins.model.Jenkins;
import jenkins.model.ModelObjectWithChildren;

/** An item that is built: owns its builds, which lie in its folder {@code builds}, and the number of the next. */
public abstract class Job<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends AbstractItem
        implements ExtensionPoint, ModelObjectWithChildren {
    protected transient volatile int nextBuildNumber = 1;
    protected CopyOnWriteList<JobProperty<? super JobT>> properties = new CopyOnWriteList<>();

    protected Job(ItemGroup parent, String name) {
        super(parent, name);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void onLoad(ItemGroup<? extends Item> parent, String name) throws IOException {
        super.onLoad(parent, name);
        if (properties == null) {
            properties = new CopyOnWriteList<>();
        }
        for (JobProperty<? super JobT> p : properties) {
            p.setOwner((JobT) this);
        }
        File number = nextBuildNumberFile();
        nextBuildNumber = number.exists()
                ? Integer.parseInt(Files.readString(number.toPath()).trim())
                : 1;
    }

    private File nextBuildNumberFile() {
        return new File(getRootDir(), "nextBuildNumber");
    }

    public int getNextBuildNumber() {
        return nextBuildNumber;
    }

    public synchronized int assignBuildNumber() throws IOException {
        int number = nextBuildNumber++;
        saveNextBuildNumber();
        return number;
    }

    public synchronized void updateNextBuildNumber(int next) throws IOException {
        RunT last = getLastBuild();
        if (last == null || next > last.getNumber()) {
            nextBuildNumber = next;
            saveNextBuildNumber();
        }
    }

    protected synchronized void saveNextBuildNumber() throws IOException {
        try (AtomicFileWriter out = new AtomicFileWriter(nextBuildNumberFile().toPath(), StandardCharsets.UTF_8)) {
            out.write(nextBuildNumber + "\n");
            out.commit();
        }
    }

    @Override
    public String getPronoun() {
        return "Project";
    }

    public boolean isBuildable() {
        return true;
    }

    public boolean isKeepDependencies() {
        return false;
    }

    public boolean isInQueue() {
        return false;
    }

    public boolean isBuilding() {
        RunT last = getLastBuild();
        return last != null && last.isBuilding();
    }

    @SuppressWarnings("unchecked")
    public void addProperty(JobProperty<? super JobT> jobProp) throws IOException {
        ((JobProperty) jobProp).setOwner(this);
        properties.add(jobProp);
        save();
    }

    public void removeProperty(JobProperty<? super JobT> jobProp) throws IOException {
        properties.remove(jobProp);
        save();
    }

    public <T extends JobProperty> T removeProperty(Class<T> clazz) throws IOException {
        T found = getProperty(clazz);
        if (found != null) {
            properties.remove((JobProperty<? super JobT>) found);
            save();
        }
        return found;
    }

    public <T extends JobProperty> T getProperty(Class<T> clazz) {
        for (JobProperty<? super JobT> p : properties) {
            if (clazz.isInstance(p)) {
                return clazz.cast(p);
            }
        }
        return null;
    }

    public List<JobProperty<? super JobT>> getAllProperties() {
        return properties.getView();
    }

    public EnvVars getEnvironment(Node node, TaskListener listener) throws IOException, InterruptedException {
        EnvVars env = new EnvVars();
        if (node != null) {
            Computer computer = node.toComputer();
            env = computer == null ? env : computer.buildEnvironment(listener);
        }
        env.putAll(getCharacteristicEnvVars());
        for (EnvironmentContributor contributor : EnvironmentContributor.all()) {
            contributor.buildEnvironmentFor(this, env, listener);
        }
        for (NodeProperty<?> p : Jenkins.get().getGlobalNodeProperties()) {
            if (p instanceof EnvironmentVariablesNodeProperty global) {
                env.overrideExpandingAll(global.getEnvVars());
            }
        }
        return env;
    }

    public EnvVars getCharacteristicEnvVars() {
        Jenkins jenkins = Jenkins.get();
        EnvVars env = new EnvVars();
        env.put(
                "JENKINS_SERVER_COOKIE",
                "durable-" + Integer.toHexString(jenkins.getRootDir().hashCode()));
        env.put("HUDSON_SERVER_COOKIE", env.get("JENKINS_SERVER_COOKIE"));
        env.put("JENKINS_HOME", jenkins.getRootDir().getPath());
        env.put("JOB_NAME", getFullName());
        env.put("JOB_BASE_NAME", getName());
        if (jenkins.getRootUrl() != null) {
            env.put("JENKINS_URL", jenkins.getRootUrl());
            env.put("HUDSON_URL", jenkins.getRootUrl());
            env.put("JOB_URL", jenkins.getRootUrl() + getUrl());
        }
        return env;
    }

    public File getBuildDir() {
        return new File(getRootDir(), "builds");
    }

    protected abstract SortedMap<Integer, ? extends RunT> _getRuns();

    protected abstract void removeRun(RunT run);

    /** For {@link Run#delete()}. */
    final void labRemove(RunT run) {
        removeRun(run);
    }

    /** The builds, the newest first. */
    @SuppressWarnings("unchecked")
    public RunList<RunT> getBuilds() {
        return RunList.labOf((Collection<RunT>) _getRuns().values());
    }

    @SuppressWarnings("unchecked")
    public SortedMap<Integer, RunT> getBuildsAsMap() {
        return (SortedMap<Integer, RunT>) _getRuns();
    }

    public RunT getBuildByNumber(int n) {
        return _getRuns().get(n);
    }

    public RunT getBuild(String id) {
        return getBuilds().stream()
                .filter(r -> r.getId().equals(id))
                .findFirst()
                .orElse(null);
    }

    public RunT getLastBuild() {
        SortedMap<Integer, ? extends RunT> runs = _getRuns();
        return runs.isEmpty() ? null : runs.get(runs.firstKey());
    }

    public RunT getFirstBuild() {
        SortedMap<Integer, ? extends RunT> runs = _getRuns();
        return runs.isEmpty() ? null : runs.get(runs.lastKey());
    }

    private RunT last(Predicate<RunT> wanted) {
        return getBuilds().stream().filter(wanted).findFirst().orElse(null);
    }

    public RunT getLastCompletedBuild() {
        return last(r -> !r.isBuilding());
    }

    public RunT getLastSuccessfulBuild() {
        return last(
                r -> !r.isBuilding() && r.getResult() != null && r.getResult().isBetterOrEqualTo(Result.UNSTABLE));
    }

    public RunT getLastStableBuild() {
        return last(r -> !r.isBuilding() && r.getResult() == Result.SUCCESS);
    }

    public RunT getLastUnstableBuild() {
        return last(r -> !r.isBuilding() && r.getResult() == Result.UNSTABLE);
    }

    public RunT getLastFailedBuild() {
        return last(r -> !r.isBuilding() && r.getResult() == Result.FAILURE);
    }

    public RunT getLastUnsuccessfulBuild() {
        return last(r -> !r.isBuilding() && r.getResult() != Result.SUCCESS);
    }

    @Override
    public ACL getACL() {
        return Jenkins.get().getAuthorizationStrategy().getACL(this);
    }
}
