package hudson.model;

import com.thoughtworks.xstream.XStream;
import hudson.EnvVars;
import hudson.ExtensionPoint;
import hudson.Util;
import hudson.XmlFile;
import hudson.console.AnnotatedLargeText;
import hudson.console.ConsoleNote;
import hudson.model.listeners.RunListener;
import hudson.model.listeners.SaveableListener;
import hudson.security.ACL;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import hudson.util.XStream2;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.console.WithConsoleUrl;
import jenkins.model.ArtifactManager;
import jenkins.model.HistoricalBuild;
import jenkins.model.Jenkins;
import jenkins.model.RunAction2;
import jenkins.model.StandardArtifactManager;
import jenkins.util.NonLocalizable;
import jenkins.util.io.OnMaster;

/** One build of a job: its folder holds {@code build.xml} and {@code log}. */
public abstract class Run<JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> extends Actionable
        implements ExtensionPoint,
                Comparable<RunT>,
                hudson.security.AccessControlled,
                PersistenceRoot,
                DescriptorByNameOwner,
                OnMaster,
                HistoricalBuild,
                WithConsoleUrl {
    public static final long QUEUE_ID_UNKNOWN = -1;
    public static final XStream2 XSTREAM2 = new XStream2();
    public static final XStream XSTREAM = XSTREAM2;
    public static final PermissionGroup PERMISSIONS = new PermissionGroup(Run.class, new NonLocalizable("Run"));
    public static final Permission DELETE =
            new Permission(PERMISSIONS, "Delete", null, Permission.DELETE, PermissionScope.RUN);
    public static final Permission UPDATE =
            new Permission(PERMISSIONS, "Update", null, Permission.UPDATE, PermissionScope.RUN);
    public static final Permission ARTIFACTS =
            new Permission(PERMISSIONS, "Artifacts", null, null, PermissionScope.RUN);

    private static final Logger LOGGER = Logger.getLogger(Run.class.getName());

    protected final transient JobT project;
    public transient int number;
    protected long timestamp;
    private long startTime;
    protected volatile Result result;
    protected volatile String description;
    private volatile String displayName;
    protected long duration;
    protected String charset;
    private boolean keepLog;
    private long queueId = QUEUE_ID_UNKNOWN;
    private transient volatile boolean building;

    /** A new build, now. */
    protected Run(JobT job) throws IOException {
        this(job, System.currentTimeMillis());
        this.number = project.assignBuildNumber();
    }

    protected Run(JobT job, Calendar timestamp) {
        this(job, timestamp.getTimeInMillis());
    }

    protected Run(JobT job, long timestamp) {
        this.project = job;
        this.timestamp = timestamp;
        this.building = true;
    }

    /** A build read from its folder, which is named by its number. */
    protected Run(JobT project, File buildDir) throws IOException {
        this.project = project;
        this.number = Integer.parseInt(buildDir.getName());
        reload();
    }

    /** Reads the file again. */
    public void reload() throws IOException {
        building = false;
        getDataFile().unmarshal(this);
        onLoad();
    }

    protected void onLoad() {
        for (Action a : getActions()) {
            if (a instanceof RunAction2 action) {
                try {
                    action.onLoad(this);
                } catch (RuntimeException x) {
                    LOGGER.log(Level.WARNING, x, () -> "failed to load " + a + " from " + getDataFile());
                    removeAction(a);
                }
            }
        }
    }

    protected void dropLinks() {}

    @Override
    public void addAction(Action a) {
        super.addAction(a);
        if (a instanceof RunAction2 action) {
            action.onAttached(this);
        }
    }

    @SuppressWarnings("unchecked")
    protected RunT _this() {
        return (RunT) this;
    }

    @Override
    public int compareTo(RunT that) {
        int byJob = getParent().getFullName().compareTo(that.getParent().getFullName());
        return byJob != 0 ? byJob : Integer.compare(number, that.number);
    }

    public long getQueueId() {
        return queueId;
    }

    public void setQueueId(long queueId) {
        this.queueId = queueId;
    }

    public JobT getParent() {
        return project;
    }

    public int getNumber() {
        return number;
    }

    public String getId() {
        return Integer.toString(number);
    }

    public File getRootDir() {
        return new File(project.getBuildDir(), Integer.toString(number));
    }

    public File getArtifactsDir() {
        return new File(getRootDir(), "archive");
    }

    public ArtifactManager getArtifactManager() {
        return new StandardArtifactManager(this);
    }

    public final ArtifactManager pickArtifactManager() throws IOException {
        return getArtifactManager();
    }

    public boolean isBuilding() {
        return building;
    }

    public boolean isInProgress() {
        return building;
    }

    public boolean hasntStartedYet() {
        return building && startTime == 0;
    }

    public boolean isLogUpdated() {
        return building;
    }

    public Result getResult() {
        return result;
    }

    /** Hook of the stand-in: sets the result as it is shown for a while, better or worse; null for none. */
    public void labSetResult(Result shown) {
        result = shown;
    }

    /** Only ever makes a result worse. */
    public void setResult(Result r) {
        if (!building) {
            throw new IllegalStateException("cannot change build result while in COMPLETED");
        }
        if (result == null || r.isWorseThan(result)) {
            result = r;
            LOGGER.log(Level.FINE, () -> this + " in " + getRootDir() + ": result is set to " + r);
        }
    }

    public Executor getExecutor() {
        return this instanceof Queue.Executable executable ? Executor.of(executable) : null;
    }

    public Executor getOneOffExecutor() {
        return getExecutor();
    }

    protected void onStartBuilding() {
        startTime = System.currentTimeMillis();
    }

    protected void onEndBuilding() {
        building = false;
        RunListener.fireFinalized(this);
    }

    /** For a build that goes on after a restart. */
    protected final void labResume() {
        building = true;
    }

    public long getTimeInMillis() {
        return timestamp;
    }

    public final long getStartTimeInMillis() {
        return startTime == 0 ? timestamp : startTime;
    }

    public Calendar getTimestamp() {
        Calendar c = new GregorianCalendar();
        c.setTimeInMillis(timestamp);
        return c;
    }

    public final Date getTime() {
        return new Date(timestamp);
    }

    /** Milliseconds; 0 while it runs. */
    public long getDuration() {
        return duration;
    }

    public String getDurationString() {
        return building
                ? Util.getTimeSpanString(System.currentTimeMillis() - getStartTimeInMillis()) + " and counting"
                : Util.getTimeSpanString(duration);
    }

    public long getEstimatedDuration() {
        return -1;
    }

    public final Charset getCharset() {
        return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) throws IOException {
        this.description = description;
        save();
    }

    @Override
    public String getDisplayName() {
        return displayName != null ? displayName : "#" + number;
    }

    public boolean hasCustomDisplayName() {
        return displayName != null;
    }

    public void setDisplayName(String value) throws IOException {
        displayName = Util.fixEmptyAndTrim(value);
        save();
    }

    public String getFullDisplayName() {
        return project.getFullDisplayName() + ' ' + getDisplayName();
    }

    public String getUrl() {
        return project.getUrl() + getNumber() + '/';
    }

    public final String getAbsoluteUrl() {
        return project.getAbsoluteUrl() + getNumber() + '/';
    }

    @Override
    public String getConsoleUrl() {
        return getUrl() + "console";
    }

    @Override
    public String getSearchUrl() {
        return getNumber() + "/";
    }

    public final boolean isKeepLog() {
        return keepLog;
    }

    public void keepLog(boolean newValue) throws IOException {
        keepLog = newValue;
        save();
    }

    @SuppressWarnings("unchecked")
    public final String getExternalizableId() {
        return project.getFullName() + "#" + getNumber();
    }

    /** The build of that id, or null where the job or the build is gone. */
    public static Run<?, ?> fromExternalizableId(String id) throws IllegalArgumentException {
        int hash = id.lastIndexOf('#');
        if (hash <= 0) {
            throw new IllegalArgumentException("Invalid id");
        }
        int number;
        try {
            number = Integer.parseInt(id.substring(hash + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(e);
        }
        Jenkins jenkins = Jenkins.getInstanceOrNull();
        Job<?, ?> job = jenkins == null ? null : jenkins.getItemByFullName(id.substring(0, hash), Job.class);
        return job == null ? null : job.getBuildByNumber(number);
    }

    public RunT getPreviousBuild() {
        return getParent().getBuilds().stream()
                .filter(r -> r.getNumber() < number)
                .findFirst()
                .orElse(null);
    }

    public RunT getNextBuild() {
        RunT next = null;
        for (RunT r : getParent().getBuilds()) {
            if (r.getNumber() > number) {
                next = r;
            }
        }
        return next;
    }

    public RunT getPreviousCompletedBuild() {
        RunT r = getPreviousBuild();
        while (r != null && r.isBuilding()) {
            r = r.getPreviousBuild();
        }
        return r;
    }

    public RunT getPreviousSuccessfulBuild() {
        RunT r = getPreviousCompletedBuild();
        while (r != null && r.getResult() != Result.SUCCESS) {
            r = r.getPreviousCompletedBuild();
        }
        return r;
    }

    public RunT getPreviousNotFailedBuild() {
        RunT r = getPreviousCompletedBuild();
        while (r != null && (r.getResult() == null || r.getResult().isWorseThan(Result.UNSTABLE))) {
            r = r.getPreviousCompletedBuild();
        }
        return r;
    }

    public List<Cause> getCauses() {
        CauseAction action = getAction(CauseAction.class);
        return action == null ? List.of() : action.getCauses();
    }

    public <T extends Cause> T getCause(Class<T> type) {
        return getCauses().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    /** The environment of the controller's side of the build. */
    public EnvVars getEnvironment(TaskListener listener) throws IOException, InterruptedException {
        EnvVars env = getParent().getEnvironment(null, listener);
        env.putAll(getCharacteristicEnvVars());
        for (EnvironmentContributor contributor : EnvironmentContributor.all()) {
            contributor.buildEnvironmentFor(this, env, listener);
        }
        for (EnvironmentContributingAction action : getActions(EnvironmentContributingAction.class)) {
            action.buildEnvironment(this, env);
        }
        return env;
    }

    public final EnvVars getCharacteristicEnvVars() {
        EnvVars env = getParent().getCharacteristicEnvVars();
        env.put("BUILD_NUMBER", String.valueOf(getNumber()));
        env.put("BUILD_ID", getId());
        env.put("BUILD_DISPLAY_NAME", getDisplayName());
        env.put("BUILD_TAG", "jenkins-" + getParent().getFullName().replace('/', '-') + "-" + getNumber());
        String root = Jenkins.get().getRootUrl();
        if (root != null) {
            env.put("BUILD_URL", root + getUrl());
        }
        return env;
    }

    public List<ParameterValue> getParameterValues() {
        ParametersAction action = getAction(ParametersAction.class);
        return action == null ? List.of() : action.getParameters();
    }

    public File getLogFile() {
        return new File(getRootDir(), "log");
    }

    public InputStream getLogInputStream() throws IOException {
        File file = getLogFile();
        return file.exists() ? Files.newInputStream(file.toPath()) : InputStream.nullInputStream();
    }

    public Reader getLogReader() throws IOException {
        return new InputStreamReader(getLogInputStream(), getCharset());
    }

    @Deprecated
    public String getLog() throws IOException {
        return Util.loadFile(getLogFile(), getCharset());
    }

    /** The last lines, without console notes. */
    public List<String> getLog(int maxLines) throws IOException {
        if (maxLines == 0) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        try (Reader reader = getLogReader()) {
            lines.addAll(org.apache.commons.io.IOUtils.readLines(reader));
        }
        int skipped = Math.max(0, lines.size() - maxLines);
        return ConsoleNote.removeNotes(lines.subList(skipped, lines.size()));
    }

    public AnnotatedLargeText<?> getLogText() {
        return new AnnotatedLargeText<>(getLogFile(), getCharset(), !isLogUpdated(), this);
    }

    protected final XmlFile labDataFile() {
        return getDataFile();
    }

    private XmlFile getDataFile() {
        return new XmlFile(XSTREAM, new File(getRootDir(), "build.xml"));
    }

    @Override
    public synchronized void save() throws IOException {
        if (hudson.BulkChange.contains(this)) {
            return;
        }
        getDataFile().write(this);
        SaveableListener.fireOnChange(this, getDataFile());
    }

    public void delete() throws IOException {
        if (isLogUpdated()) {
            throw new IOException("Unable to delete " + this + " because it is still running");
        }
        RunListener.fireDeleted(this);
        getParent().labRemove(_this());
        Util.deleteRecursive(getRootDir());
    }

    public void deleteArtifacts() throws IOException {
        Util.deleteRecursive(getArtifactsDir());
    }

    @Override
    public ACL getACL() {
        return getParent().getACL();
    }

    @Deprecated
    public Map<String, String> getEnvVars() {
        return getCharacteristicEnvVars();
    }

    @Override
    public String toString() {
        return project.getFullName() + " #" + number;
    }
}
