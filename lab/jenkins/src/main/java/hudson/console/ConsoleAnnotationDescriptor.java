package hudson.console;

import hudson.ExtensionPoint;
import hudson.model.Descriptor;

/** Describes a kind of console note. */
public abstract class ConsoleAnnotationDescriptor extends Descriptor<ConsoleNote<?>> implements ExtensionPoint {
    protected ConsoleAnnotationDescriptor() {}

    protected ConsoleAnnotationDescriptor(Class<? extends ConsoleNote<?>> clazz) {
        super(clazz);
    }
}
