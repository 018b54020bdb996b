package hudson.model;

import hudson.Util;
import hudson.XmlFile;
import hudson.model.listeners.ItemListener;
import hudson.model.listeners.SaveableListener;
import hudson.security.ACL;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;
import jenkins.model.Loadable;

/** What all items have in common: a name, a place, a file. */
public abstract class AbstractItem extends Actionable implements Loadable, Item, DescriptorByNameOwner {
    protected transient String name;
    protected volatile String description;
    protected String displayName;
    private transient ItemGroup parent;

    protected AbstractItem(ItemGroup parent, String name) {
        this.parent = parent;
        this.name = name;
    }

    @Override
    public String getName() {
        return name;
    }

    public String getPronoun() {
        return "Item";
    }

    @Override
    public String getDisplayName() {
        return displayName != null ? displayName : name;
    }

    public String getDisplayNameOrNull() {
        return displayName;
    }

    public void setDisplayName(String displayName) throws IOException {
        this.displayName = Util.fixEmptyAndTrim(displayName);
        save();
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) throws IOException {
        this.description = description;
        save();
    }

    @Override
    public ItemGroup getParent() {
        return parent;
    }

    @Override
    public final String getFullName() {
        String above = parent.getFullName();
        return above.isEmpty() ? name : above + '/' + name;
    }

    @Override
    public final String getFullDisplayName() {
        String above = parent.getFullDisplayName();
        return above.isEmpty() ? getDisplayName() : above + " » " + getDisplayName();
    }

    @Override
    public final String getUrl() {
        return parent.getUrl() + getShortUrl();
    }

    @Override
    public String getShortUrl() {
        return parent.getUrlChildPrefix() + '/' + Util.rawEncode(name) + '/';
    }

    @Override
    public String getSearchUrl() {
        return getShortUrl();
    }

    @Override
    @SuppressWarnings("unchecked")
    public File getRootDir() {
        return parent.getRootDirFor(this);
    }

    public final XmlFile getConfigFile() {
        return Items.getConfigFile(this);
    }

    @Override
    public void onLoad(ItemGroup<? extends Item> parent, String name) throws IOException {
        this.parent = parent;
        this.name = name;
    }

    @Override
    public void onCopiedFrom(Item src) {}

    @Override
    public void load() throws IOException {
        getConfigFile().unmarshal(this);
        onLoad(parent, name);
    }

    @Override
    public synchronized void save() throws IOException {
        if (hudson.BulkChange.contains(this)) {
            return;
        }
        getConfigFile().write(this);
        SaveableListener.fireOnChange(this, getConfigFile());
    }

    @Override
    public ACL getACL() {
        return Jenkins.get().getAuthorizationStrategy().getACL(this);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void delete() throws IOException, InterruptedException {
        checkPermission(DELETE);
        cancelBuilds();
        performDelete();
        getParent().onDeleted(this);
        ItemListener.fireOnDeleted(this);
    }

    /** Interrupts builds in progress and gives them as long to end as Jenkins does. */
    private void cancelBuilds() throws InterruptedException {
        List<Run<?, ?>> running = new ArrayList<>();
        for (Job<?, ?> job : getAllJobs()) {
            for (Run<?, ?> build : job.getBuilds()) {
                Executor executor = build.isLogUpdated() ? build.getExecutor() : null;
                if (executor != null) {
                    running.add(build);
                    executor.interrupt(Result.ABORTED);
                }
            }
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (running.stream().anyMatch(Run::isLogUpdated)) {
            if (System.nanoTime() - end > 0) {
                throw new Failure("Unable to delete " + getFullName() + ": its builds do not end");
            }
            Thread.sleep(50);
        }
    }

    protected void performDelete() throws IOException, InterruptedException {
        Util.deleteRecursive(getRootDir());
    }

    @Override
    public Collection<? extends Job> getAllJobs() {
        return this instanceof Job<?, ?> job ? List.of(job) : List.of();
    }

    @Override
    public String toString() {
        return super.toString() + "[" + (parent == null ? "?/" + name : getFullName()) + "]";
    }
}
