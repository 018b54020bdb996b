package hudson.model.listeners;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.XmlFile;
import hudson.model.Saveable;
import jenkins.model.Jenkins;

/** Is told when something has been written to disk. */
public abstract class SaveableListener implements ExtensionPoint {
    protected SaveableListener() {}

    public void onChange(Saveable o, XmlFile file) {}

    public static void fireOnChange(Saveable o, XmlFile file) {
        if (Jenkins.getInstanceOrNull() != null) {
            all().forEach(l -> l.onChange(o, file));
        }
    }

    public static ExtensionList<SaveableListener> all() {
        return ExtensionList.lookup(SaveableListener.class);
    }
}
