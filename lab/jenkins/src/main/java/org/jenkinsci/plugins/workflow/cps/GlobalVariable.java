package org.jenkinsci.plugins.workflow.cps;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Run;
import java.util.Set;
import java.util.TreeSet;

/** A name that every Jenkinsfile knows. */
public abstract class GlobalVariable implements ExtensionPoint {

    @NonNull
    public abstract String getName();

    /** What the name stands for in that program. */
    @NonNull
    public abstract Object getValue(@NonNull CpsScript script) throws Exception;

    public static @NonNull Iterable<GlobalVariable> forRun(@CheckForNull Run<?, ?> run) {
        return ExtensionList.lookup(GlobalVariable.class);
    }

    public static @CheckForNull GlobalVariable byName(@NonNull String name, @CheckForNull Run<?, ?> run) {
        for (GlobalVariable variable : forRun(run)) {
            if (variable.getName().equals(name)) {
                return variable;
            }
        }
        return null;
    }

    static Set<String> names(@CheckForNull Run<?, ?> run) {
        Set<String> names = new TreeSet<>();
        forRun(run).forEach(variable -> names.add(variable.getName()));
        return names;
    }
}
