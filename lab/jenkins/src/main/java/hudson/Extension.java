package hudson;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jenkins.YesNoMaybe;
import net.java.sezpoz.Indexable;

/** Marks an implementation of an extension point; sezpoz lists it in {@code META-INF/annotations/hudson.Extension}. */
@Indexable
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({TYPE, FIELD, METHOD})
public @interface Extension {
    /** Extensions are listed with the highest ordinal first. */
    double ordinal() default 0;

    /** Whether a failure to load it is normal. */
    boolean optional() default false;

    /** Whether the plugin may be installed without a restart. */
    YesNoMaybe dynamicLoadable() default YesNoMaybe.MAYBE;
}
