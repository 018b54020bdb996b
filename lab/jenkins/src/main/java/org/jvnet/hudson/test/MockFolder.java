package org.jvnet.hudson.test;

import hudson.Extension;
import hudson.model.AbstractItem;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Items;
import hudson.model.Job;
import hudson.model.TopLevelItem;
import hudson.model.TopLevelItemDescriptor;
import hudson.model.listeners.ItemListener;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import jenkins.model.DirectlyModifiableTopLevelItemGroup;
import jenkins.model.Jenkins;

/** A plain folder of items. */
public class MockFolder extends AbstractItem implements DirectlyModifiableTopLevelItemGroup, TopLevelItem {
    private transient Map<String, TopLevelItem> items = new TreeMap<>();

    protected MockFolder(ItemGroup parent, String name) {
        super(parent, name);
    }

    @Override
    public void onLoad(ItemGroup<? extends Item> parent, String name) throws IOException {
        super.onLoad(parent, name);
        items = new TreeMap<>();
        File[] folders = new File(getRootDir(), "jobs").listFiles(f -> new File(f, "config.xml").exists());
        if (folders != null) {
            for (File each : folders) {
                TopLevelItem item = (TopLevelItem) Items.load(this, each);
                items.put(item.getName(), item);
            }
        }
    }

    @Override
    public Collection<TopLevelItem> getItems() {
        return new ArrayList<>(items.values());
    }

    @Override
    public TopLevelItem getItem(String name) {
        return items.get(name);
    }

    @Override
    public Collection<? extends Job> getAllJobs() {
        return getAllItems(Job.class);
    }

    @Override
    public String getUrlChildPrefix() {
        return "job";
    }

    @Override
    public File getRootDirFor(TopLevelItem child) {
        return new File(new File(getRootDir(), "jobs"), child.getName());
    }

    public <T extends TopLevelItem> T createProject(Class<T> type, String name) throws IOException {
        return type.cast(createProject((TopLevelItemDescriptor) Jenkins.get().getDescriptorOrDie(type), name, true));
    }

    @Override
    public TopLevelItem createProject(TopLevelItemDescriptor type, String name, boolean notify) throws IOException {
        Jenkins.checkGoodName(name);
        if (items.containsKey(name)) {
            throw new IllegalArgumentException(getFullName() + " already contains an item '" + name + "'");
        }
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
    public TopLevelItem createProjectFromXML(String name, InputStream xml) {
        throw new UnsupportedOperationException("The stand-in's folder makes no items from XML");
    }

    @Override
    public <T extends TopLevelItem> T copy(T src, String name) {
        throw new UnsupportedOperationException("The stand-in copies no items");
    }

    @Override
    public boolean canAdd(TopLevelItem item) {
        return true;
    }

    @Override
    public <I extends TopLevelItem> I add(I item, String name) {
        items.put(name, item);
        return item;
    }

    @Override
    public void remove(TopLevelItem item) {
        items.remove(item.getName());
    }

    @Override
    public void onDeleted(TopLevelItem item) {
        items.remove(item.getName());
    }

    @Override
    public TopLevelItemDescriptor getDescriptor() {
        return (TopLevelItemDescriptor) Jenkins.get().getDescriptorOrDie(getClass());
    }

    /** The kind of item. */
    @Extension
    public static class DescriptorImpl extends TopLevelItemDescriptor {
        @Override
        public String getDisplayName() {
            return "MockFolder";
        }

        @Override
        public TopLevelItem newInstance(ItemGroup parent, String name) {
            return new MockFolder(parent, name);
        }
    }
}
