package org.jenkinsci.plugins.workflow.pickles;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionList;
import hudson.ExtensionPoint;

/** Makes pickles. */
public abstract class PickleFactory implements ExtensionPoint {

    /** The pickle of that object; null where it is not this factory's business. */
    @CheckForNull
    public abstract Pickle writeReplace(@NonNull Object object);

    public static ExtensionList<PickleFactory> all() {
        return ExtensionList.lookup(PickleFactory.class);
    }
}
