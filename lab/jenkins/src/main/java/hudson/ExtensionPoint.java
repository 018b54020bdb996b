package hudson;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A type that plugins implement. */
public interface ExtensionPoint {
    /** Marks an extension point of the old kind. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface LegacyInstancesAreScopedToHudson {}
}
