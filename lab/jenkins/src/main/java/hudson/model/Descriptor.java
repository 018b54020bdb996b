package hudson.model;

import com.thoughtworks.xstream.XStreamException;
import hudson.BulkChange;
import hudson.ExtensionList;
import hudson.XmlFile;
import hudson.model.listeners.SaveableListener;
import hudson.security.Permission;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.TypeArguments;
import java.io.File;
import java.io.IOException;
import java.io.Serial;
import java.util.Collection;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.GlobalConfigurationCategory;
import jenkins.model.Jenkins;
import jenkins.model.Loadable;
import jenkins.util.io.OnMaster;

/** Describes a class of {@link Describable}s, and keeps their common configuration in one file. */
public abstract class Descriptor<T extends Describable<T>> implements Loadable, Saveable, OnMaster {
    private static final Logger LOGGER = Logger.getLogger(Descriptor.class.getName());

    public final transient Class<? extends T> clazz;

    protected Descriptor(Class<? extends T> clazz) {
        this.clazz = clazz == self() ? asDescribed() : clazz;
    }

    /** For a descriptor nested in the class that it describes. */
    @SuppressWarnings("unchecked")
    protected Descriptor() {
        Class<?> outer = getClass().getEnclosingClass();
        if (outer == null) {
            throw new AssertionError(
                    getClass() + " is not nested in the class it describes; use the other constructor");
        }
        this.clazz = (Class<? extends T>) outer;
        Class<?> t = TypeArguments.first(getClass(), Descriptor.class);
        if (!t.isAssignableFrom(clazz)) {
            throw new AssertionError("The outer class " + clazz + " of " + getClass() + " is not a " + t);
        }
    }

    @SuppressWarnings("unchecked")
    private Class<? extends T> asDescribed() {
        return (Class<? extends T>) getClass();
    }

    /** Says "the descriptor describes itself", as GlobalConfiguration does. */
    @SuppressWarnings("rawtypes")
    protected static Class self() {
        return Self.class;
    }

    /** The real one has the same. */
    public static final class Self {}

    public String getDisplayName() {
        return clazz.getSimpleName();
    }

    public String getId() {
        return clazz.getName();
    }

    /** The type that the descriptor's lists are kept by. */
    @SuppressWarnings("unchecked")
    public Class<T> getT() {
        return (Class<T>) TypeArguments.first(getClass(), Descriptor.class);
    }

    public final boolean isInstance(T instance) {
        return clazz.isInstance(instance);
    }

    public final boolean isSubTypeOf(Class type) {
        return type.isAssignableFrom(clazz);
    }

    public String getDescriptorUrl() {
        return "descriptorByName/" + getId();
    }

    public final String getDescriptorFullUrl() {
        return "/" + getDescriptorUrl();
    }

    public String getHelpFile() {
        return getHelpFile(null);
    }

    /** Where the help of a field is served, or null where the class and its parents have none. */
    public String getHelpFile(String fieldName) {
        String name = fieldName == null ? "help.html" : "help-" + fieldName + ".html";
        for (Class<?> c = clazz; c != null; c = c.getSuperclass()) {
            if (c.getResource(c.getSimpleName() + "/" + name) != null) {
                return "/descriptor/" + getId() + "/help" + (fieldName == null ? "" : "/" + fieldName);
            }
        }
        return null;
    }

    public GlobalConfigurationCategory getCategory() {
        return GlobalConfigurationCategory.get(GlobalConfigurationCategory.Unclassified.class);
    }

    public Permission getRequiredGlobalConfigPagePermission() {
        return Jenkins.ADMINISTER;
    }

    @Override
    public synchronized void save() {
        if (BulkChange.contains(this)) {
            return;
        }
        try {
            getConfigFile().write(this);
            SaveableListener.fireOnChange(this, getConfigFile());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "Failed to save " + getConfigFile(), e);
        }
    }

    @Override
    public synchronized void load() {
        XmlFile file = getConfigFile();
        if (!file.exists()) {
            return;
        }
        try {
            file.unmarshal(this);
        } catch (IOException | XStreamException e) {
            LOGGER.log(Level.WARNING, "Failed to load " + file, e);
        }
    }

    protected XmlFile getConfigFile() {
        return new XmlFile(new File(Jenkins.get().getRootDir(), getId() + ".xml"));
    }

    @Override
    public String toString() {
        return getClass().getName() + "@" + Integer.toHexString(hashCode());
    }

    public static <T extends Descriptor> T findById(Collection<? extends T> list, String id) {
        return list.stream().filter(d -> d.getId().equals(id)).findFirst().orElse(null);
    }

    public static <T extends Descriptor> T findByDescribableClassName(Collection<? extends T> list, String className) {
        return list.stream()
                .filter(d -> d.clazz.getName().equals(className))
                .findFirst()
                .orElse(null);
    }

    public static Descriptor find(String className) {
        return findByDescribableClassName(ExtensionList.lookup(Descriptor.class), className);
    }

    /** What a user typed into a form was refused. */
    public static final class FormException extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        private final String formField;

        public FormException(String message, String formField) {
            super(message);
            this.formField = formField;
        }

        public FormException(String message, Throwable cause, String formField) {
            super(message, cause);
            this.formField = formField;
        }

        public FormException(Throwable cause, String formField) {
            super(cause);
            this.formField = formField;
        }

        public String getFormField() {
            return formField;
        }
    }
}
