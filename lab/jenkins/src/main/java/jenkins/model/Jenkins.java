package jenkins.model;

import hudson.BulkChange;
import hudson.DescriptorExtensionList;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.Launcher;
import hudson.PluginManager;
import hudson.ProxyConfiguration;
import hudson.Util;
import hudson.XmlFile;
import hudson.init.InitMilestone;
import hudson.model.AbstractCIBase;
import hudson.model.Computer;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.DescriptorByNameOwner;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Items;
import hudson.model.Job;
import hudson.model.Label;
import hudson.model.Node;
import hudson.model.Queue;
import hudson.model.TaskListener;
import hudson.model.TopLevelItem;
import hudson.model.TopLevelItemDescriptor;
import hudson.model.User;
import hudson.model.listeners.ItemListener;
import hudson.remoting.LocalChannel;
import hudson.remoting.VirtualChannel;
import hudson.security.ACL;
import hudson.security.AuthorizationStrategy;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import hudson.security.SecurityRealm;
import hudson.slaves.NodeProperty;
import hudson.slaves.NodePropertyDescriptor;
import hudson.util.AtomicFileWriter;
import hudson.util.DescribableList;
import hudson.util.VersionNumber;
import hudson.util.XStream2;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Extensions;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.LabAuthentication;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Session;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import jenkins.util.io.OnMaster;
import org.springframework.security.core.Authentication;

/**
 * The stand-in for the Jenkins controller: a home folder, its items, its extensions. It serves no web page, runs no plugin
 * files and guards nothing. A {@link Session} starts and ends it.
 */
public class Jenkins extends AbstractCIBase
        implements DirectlyModifiableTopLevelItemGroup,
                DescriptorByNameOwner,
                ModelObjectWithContextMenu,
                ModelObjectWithChildren,
                OnMaster,
                Loadable {
    public static final String VERSION = "2.541.3";
    public static final XStream2 XSTREAM2 = new XStream2();
    public static final PermissionGroup PERMISSIONS = Permission.HUDSON_PERMISSIONS;
    public static final Permission ADMINISTER = Permission.HUDSON_ADMINISTER;
    public static final Permission READ =
            new Permission(PERMISSIONS, "Read", null, Permission.READ, PermissionScope.JENKINS);
    public static final Permission MANAGE = new Permission(
            PERMISSIONS, "Manage", null, ADMINISTER, false, new PermissionScope[] {PermissionScope.JENKINS});
    public static final Permission SYSTEM_READ = new Permission(
            PERMISSIONS, "SystemRead", null, ADMINISTER, false, new PermissionScope[] {PermissionScope.JENKINS});
    public static final Authentication ANONYMOUS2 = new LabAuthentication(ACL.ANONYMOUS_USERNAME);

    private static volatile Jenkins instance;

    public final transient File root;
    private final transient Session session;
    private final transient Extensions extensions;
    private final transient PluginManager pluginManager;
    private final transient Queue queue = Queue.labNew();
    private final transient Map<String, TopLevelItem> items = new TreeMap<>();
    private final transient Map<String, Node> nodes = new TreeMap<>();
    private final transient ConcurrentMap<String, Computer> computers = new ConcurrentHashMap<>();
    private final transient ConcurrentMap<Class<?>, ExtensionList<?>> extensionLists = new ConcurrentHashMap<>();
    private final transient ConcurrentMap<Class<?>, DescriptorExtensionList<?, ?>> descriptorLists =
            new ConcurrentHashMap<>();
    private final transient DescribableList<NodeProperty<?>, NodePropertyDescriptor> globalNodeProperties =
            new DescribableList<>(this);
    private transient volatile AuthorizationStrategy authorizationStrategy = AuthorizationStrategy.UNSECURED;
    private transient volatile SecurityRealm securityRealm = SecurityRealm.NO_AUTHENTICATION;
    private transient volatile InitMilestone initLevel = InitMilestone.STARTED;
    private transient volatile boolean terminating;
    private transient volatile boolean quietingDown;
    private volatile int numExecutors = 2;
    private volatile String label = "";
    private volatile String systemMessage;
    public volatile ProxyConfiguration proxy;

    private Jenkins(Session session, File root, ClassLoader loader, Extensions extensions) {
        this.session = session;
        this.root = root;
        this.extensions = extensions;
        this.pluginManager = PluginManager.labNew(new File(root, "plugins"), loader);
    }

    /** For {@link Session} only: makes the instance and makes it the current one. */
    public static Jenkins labNew(Session session, File root, ClassLoader loader, Extensions extensions) {
        Jenkins jenkins = new Jenkins(session, root, loader, extensions);
        instance = jenkins;
        return jenkins;
    }

    /** For {@link Session} only: there is no Jenkins any more. */
    public static void labForget() {
        instance = null;
    }

    public static Jenkins get() {
        Jenkins jenkins = instance;
        if (jenkins == null) {
            throw new IllegalStateException(
                    "Jenkins.instance is missing. Read the documentation of Jenkins.getInstanceOrNull to see what you are doing wrong.");
        }
        return jenkins;
    }

    public static Jenkins getInstanceOrNull() {
        return instance;
    }

    /** The session that this Jenkins lives in. */
    public Session labSession() {
        return session;
    }

    /** Everything stops as if the process had died: nothing more is written, no listener is told. */
    public void labCrash() {
        session.crash();
    }

    /** Called first when {@link #labCrash()} is: the place to cut connections to what plays the outside world. */
    public void labOnCrash(Runnable hook) {
        session.onCrash(hook);
    }

    public Extensions labExtensions() {
        return extensions;
    }

    public static VersionNumber getVersion() {
        return new VersionNumber(VERSION);
    }

    // The home folder

    @Override
    public File getRootDir() {
        return root;
    }

    @Override
    public FilePath getRootPath() {
        return new FilePath(root);
    }

    private XmlFile getConfigFile() {
        return new XmlFile(XSTREAM2, new File(root, "config.xml"));
    }

    @Override
    public synchronized void save() throws IOException {
        if (!BulkChange.contains(this)) {
            getConfigFile().write(new LabState(numExecutors, label, systemMessage, globalNodeProperties));
        }
    }

    /** What is kept of this object in config.xml. */
    private static final class LabState {
        private final int numExecutors;
        private final String label;
        private final String systemMessage;
        private final DescribableList<NodeProperty<?>, NodePropertyDescriptor> globalNodeProperties;

        LabState(
                int numExecutors,
                String label,
                String systemMessage,
                DescribableList<NodeProperty<?>, NodePropertyDescriptor> globalNodeProperties) {
            this.numExecutors = numExecutors;
            this.label = label;
            this.systemMessage = systemMessage;
            this.globalNodeProperties = globalNodeProperties;
        }
    }

    /** Reads the configuration and the items from disk. */
    @Override
    public synchronized void load() throws IOException {
        if (getConfigFile().exists()) {
            LabState state = (LabState) getConfigFile().read();
            numExecutors = state.numExecutors;
            label = state.label;
            systemMessage = state.systemMessage;
            globalNodeProperties.replaceBy(state.globalNodeProperties);
        }
        computers.put("", createComputer());
        File[] folders = new File(root, "nodes").listFiles(f -> new File(f, "config.xml").exists());
        for (File each : folders == null ? new File[0] : folders) {
            register((Node) Node.labConfigFile(each).read());
        }
    }

    /** Reads the items; those that cannot be read are reported and left alone. */
    public synchronized void labLoadItems() {
        File[] folders = new File(root, "jobs").listFiles(f -> new File(f, "config.xml").exists());
        if (folders == null) {
            return;
        }
        for (File folder : folders) {
            try {
                TopLevelItem item = (TopLevelItem) Items.load(this, folder);
                items.put(item.getName(), item);
            } catch (IOException e) {
                java.util.logging.Logger.getLogger(Jenkins.class.getName())
                        .log(java.util.logging.Level.WARNING, "Failed to load " + folder, e);
            }
        }
    }

    public void labReached(InitMilestone milestone) {
        initLevel = milestone;
    }

    public InitMilestone getInitLevel() {
        return initLevel;
    }

    public boolean isTerminating() {
        return terminating;
    }

    public boolean isQuietingDown() {
        return quietingDown;
    }

    public void labQuietDown() {
        quietingDown = true;
    }

    public void labCancelQuietDown() {
        quietingDown = false;
    }

    public void labTerminating() {
        terminating = true;
    }

    /** Ends the session in order. */
    public void cleanUp() {
        session.stop();
    }

    // Extensions

    @SuppressWarnings("unchecked")
    public <T> ExtensionList<T> getExtensionList(Class<T> extensionType) {
        return (ExtensionList<T>) extensionLists.computeIfAbsent(extensionType, t -> ExtensionList.labNew(this, t));
    }

    @SuppressWarnings("unchecked")
    public <T extends Describable<T>, D extends Descriptor<T>> DescriptorExtensionList<T, D> getDescriptorList(
            Class<T> type) {
        return (DescriptorExtensionList<T, D>)
                descriptorLists.computeIfAbsent(type, t -> DescriptorExtensionList.createDescriptorList(this, type));
    }

    @SuppressWarnings("rawtypes")
    public Descriptor getDescriptor(Class<? extends Describable> type) {
        for (Descriptor d : getExtensionList(Descriptor.class)) {
            if (d.clazz == type) {
                return d;
            }
        }
        return null;
    }

    @SuppressWarnings("rawtypes")
    public Descriptor getDescriptorOrDie(Class<? extends Describable> type) {
        Descriptor d = getDescriptor(type);
        if (d == null) {
            throw new AssertionError(type + " is missing its descriptor");
        }
        return d;
    }

    /** By id, or by the simple name of the described class. */
    @SuppressWarnings("rawtypes")
    public Descriptor getDescriptor(String id) {
        ExtensionList<Descriptor> all = getExtensionList(Descriptor.class);
        for (Descriptor d : all) {
            if (d.getId().equals(id)) {
                return d;
            }
        }
        Descriptor candidate = null;
        for (Descriptor d : all) {
            String name = d.getId();
            if (name.substring(name.lastIndexOf('.') + 1).equals(id)) {
                if (candidate != null) {
                    throw new IllegalArgumentException(
                            id + " is ambiguous; matches both " + name + " and " + candidate.getId());
                }
                candidate = d;
            }
        }
        return candidate;
    }

    @Override
    public Descriptor getDescriptorByName(String id) {
        return getDescriptor(id);
    }

    @SuppressWarnings("rawtypes")
    public <T extends Descriptor> T getDescriptorByType(Class<T> type) {
        for (Descriptor d : getExtensionList(Descriptor.class)) {
            if (d.getClass() == type) {
                return type.cast(d);
            }
        }
        return null;
    }

    public PluginManager getPluginManager() {
        return pluginManager;
    }

    // Items

    @Override
    public String getFullName() {
        return "";
    }

    @Override
    public String getFullDisplayName() {
        return "";
    }

    @Override
    public String getDisplayName() {
        return "Jenkins";
    }

    @Override
    public String getUrlChildPrefix() {
        return "job";
    }

    @Override
    public synchronized List<TopLevelItem> getItems() {
        return new ArrayList<>(items.values());
    }

    public <T> List<T> getItems(Class<T> type) {
        return Util.filter(getItems(), type);
    }

    @Override
    public List<TopLevelItem> getItems(Predicate<TopLevelItem> pred) {
        return getItems().stream().filter(pred).toList();
    }

    @Override
    public synchronized TopLevelItem getItem(String name) {
        return name == null ? null : items.get(name);
    }

    public Item getItemByFullName(String fullName) {
        return getItemByFullName(fullName, Item.class);
    }

    /** The item of that path, if there is one and it is of that type. */
    public <T extends Item> T getItemByFullName(String fullName, Class<T> type) {
        ItemGroup<?> group = this;
        Item item = null;
        for (String name : fullName.split("/")) {
            if (name.isEmpty()) {
                continue;
            }
            item = group == null ? null : group.getItem(name);
            if (item == null) {
                return null;
            }
            group = item instanceof ItemGroup<?> g ? g : null;
        }
        return type.isInstance(item) ? type.cast(item) : null;
    }

    public Collection<String> getJobNames() {
        return getAllItems(Job.class).stream().map(Job::getFullName).toList();
    }

    @Override
    public File getRootDirFor(TopLevelItem child) {
        return new File(new File(root, "jobs"), child.getName());
    }

    public static void checkGoodName(String name) {
        if (name == null || name.isEmpty()) {
            throw new IllegalArgumentException("No name is specified");
        }
        if (name.equals(".")
                || name.equals("..")
                || name.chars().anyMatch(c -> c < ' ' || "?*/\\%!@#$^&|<>[]:;".indexOf(c) >= 0)) {
            throw new IllegalArgumentException("‘" + name + "’ is not a name that an item can have");
        }
    }

    public <T extends TopLevelItem> T createProject(Class<T> type, String name) throws IOException {
        return type.cast(createProject((TopLevelItemDescriptor) getDescriptorOrDie(type), name, true));
    }

    public TopLevelItem createProject(TopLevelItemDescriptor descriptor, String name) throws IOException {
        return createProject(descriptor, name, true);
    }

    @Override
    public synchronized TopLevelItem createProject(TopLevelItemDescriptor type, String name, boolean notify)
            throws IOException {
        checkGoodName(name);
        checkFree(name);
        TopLevelItem item = type.newInstance(this, name);
        item.onCreatedFromScratch();
        item.save();
        items.put(name, item);
        if (notify) {
            ItemListener.fireOnCreated(item);
        }
        return item;
    }

    @Override
    public synchronized TopLevelItem createProjectFromXML(String name, InputStream xml) throws IOException {
        checkGoodName(name);
        checkFree(name);
        File folder = new File(new File(root, "jobs"), name);
        try (AtomicFileWriter w =
                new AtomicFileWriter(new File(folder, "config.xml").toPath(), StandardCharsets.UTF_8)) {
            w.write(new String(xml.readAllBytes(), StandardCharsets.UTF_8));
            w.commit();
        }
        return add((TopLevelItem) Items.load(this, folder), name);
    }

    private void checkFree(String name) {
        if (items.containsKey(name)) {
            throw new IllegalArgumentException(root + " already contains an item '" + name + "'");
        }
    }

    @Override
    public <T extends TopLevelItem> T copy(T src, String name) throws IOException {
        throw new UnsupportedOperationException("The stand-in copies no jobs");
    }

    @Override
    public boolean canAdd(TopLevelItem item) {
        return true;
    }

    @Override
    public synchronized <I extends TopLevelItem> I add(I item, String name) throws IOException {
        checkFree(name);
        items.put(name, item);
        ItemListener.fireOnCreated(item);
        return item;
    }

    @Override
    public synchronized void remove(TopLevelItem item) {
        items.remove(item.getName());
    }

    @Override
    public synchronized void onDeleted(TopLevelItem item) {
        items.remove(item.getName());
    }

    // Nodes

    @Override
    public Queue getQueue() {
        return queue;
    }

    @Override
    public List<Node> getNodes() {
        synchronized (nodes) {
            return new ArrayList<>(nodes.values());
        }
    }

    public Node getNode(String name) {
        synchronized (nodes) {
            return nodes.get(name);
        }
    }

    public void addNode(Node node) throws IOException {
        register(node);
        node.save();
    }

    private void register(Node node) {
        synchronized (nodes) {
            nodes.put(node.getNodeName(), node);
        }
        computers.put(node.getNodeName(), node.labComputer());
    }

    public void removeNode(Node node) throws IOException {
        synchronized (nodes) {
            nodes.remove(node.getNodeName());
        }
        Util.deleteRecursive(node.getRootDir());
        Computer gone = computers.remove(node.getNodeName());
        if (gone != null && gone.getChannel() != null) {
            gone.getChannel().close();
        }
    }

    public Computer[] getComputers() {
        return computers.values().toArray(Computer[]::new);
    }

    /** The built-in node is called "" or "(built-in)". */
    public Computer getComputer(String name) {
        return computers.get(name.equals("(built-in)") || name.equals("(master)") ? "" : name);
    }

    public Label getLabel(String expr) {
        return Label.get(expr);
    }

    @Override
    protected Computer createComputer() {
        return new MasterComputer();
    }

    @Override
    public void setNodeName(String name) {
        throw new UnsupportedOperationException("The built-in node cannot be renamed");
    }

    @Override
    public String getNodeDescription() {
        return "the Jenkins controller's built-in node";
    }

    @Override
    public hudson.model.labels.LabelAtom getSelfLabel() {
        return new hudson.model.labels.LabelAtom("built-in");
    }

    @Override
    public Set<hudson.model.labels.LabelAtom> getAssignedLabels() {
        Set<hudson.model.labels.LabelAtom> labels = super.getAssignedLabels();
        labels.add(new hudson.model.labels.LabelAtom("master"));
        return labels;
    }

    @Override
    public int getNumExecutors() {
        return numExecutors;
    }

    public void setNumExecutors(int n) throws IOException {
        if (n < 0) {
            throw new IllegalArgumentException("Number of executors must not be negative: " + n);
        }
        numExecutors = n;
        save();
    }

    @Override
    public Mode getMode() {
        return Mode.NORMAL;
    }

    @Override
    public String getLabelString() {
        return label;
    }

    public void setLabelString(String label) throws IOException {
        this.label = Util.fixNull(label).trim();
        save();
    }

    @Override
    public FilePath getWorkspaceFor(TopLevelItem item) {
        return new FilePath(new File(new File(root, "workspace"), item.getFullName()));
    }

    @Override
    public Launcher createLauncher(TaskListener listener) {
        return new Launcher.LocalLauncher(listener);
    }

    public DescribableList<NodeProperty<?>, NodePropertyDescriptor> getGlobalNodeProperties() {
        return globalNodeProperties;
    }

    /** The computer that Jenkins itself runs on. */
    public static class MasterComputer extends Computer {
        public static final LocalChannel localChannel = FilePath.localChannel;

        protected MasterComputer() {
            super(Jenkins.get());
        }

        @Override
        public VirtualChannel getChannel() {
            return FilePath.localChannel;
        }

        @Override
        protected Future<?> _connect(boolean forceReconnect) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public Charset getDefaultCharset() {
            return Charset.defaultCharset();
        }

        @Override
        public String getDisplayName() {
            return "Built-In Node";
        }
    }

    // Who, where

    public String getRootUrl() {
        return JenkinsLocationConfiguration.get().getUrl();
    }

    @Override
    public String getSearchUrl() {
        return "";
    }

    public String getSystemMessage() {
        return systemMessage;
    }

    public void setSystemMessage(String message) throws IOException {
        systemMessage = message;
        save();
    }

    public static Authentication getAuthentication2() {
        return LabAuthentication.current();
    }

    public SecurityRealm getSecurityRealm() {
        return securityRealm;
    }

    /** Null makes it forget the realm. */
    public void setSecurityRealm(SecurityRealm realm) {
        securityRealm = realm == null ? SecurityRealm.NO_AUTHENTICATION : realm;
    }

    public AuthorizationStrategy getAuthorizationStrategy() {
        return authorizationStrategy;
    }

    public void setAuthorizationStrategy(AuthorizationStrategy a) {
        authorizationStrategy = a == null ? AuthorizationStrategy.UNSECURED : a;
    }

    public boolean isUseSecurity() {
        return authorizationStrategy != AuthorizationStrategy.UNSECURED;
    }

    @Override
    public ACL getACL() {
        return authorizationStrategy.getRootACL();
    }

    public User getUser(String name) {
        return User.getById(name, true);
    }

    public ProxyConfiguration getProxy() {
        return proxy;
    }

    public void setProxy(ProxyConfiguration proxy) {
        this.proxy = proxy;
    }

    public int getQuietPeriod() {
        return 0;
    }
}
