package org.jenkinsci.plugins.structs.describable;

import hudson.model.Describable;
import hudson.model.Descriptor;
import java.util.Map;
import jenkins.model.Jenkins;

/** A descriptor that has its own say in how its describable is written. */
public interface CustomDescribableModel {
    default Map<String, Object> customInstantiate(Map<String, Object> arguments) {
        return arguments;
    }

    default UninstantiatedDescribable customUninstantiate(UninstantiatedDescribable ud) {
        return ud;
    }

    /** The descriptor of a type, if it has its own say. */
    static CustomDescribableModel of(Class<?> type) {
        Jenkins j = Jenkins.getInstanceOrNull();
        if (j == null || !Describable.class.isAssignableFrom(type)) {
            return null;
        }
        Descriptor<?> d = j.getDescriptor(type.asSubclass(Describable.class));
        return d instanceof CustomDescribableModel custom ? custom : null;
    }
}
