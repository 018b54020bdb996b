package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import hudson.ExtensionList;
import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.init.Terminator;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.jvnet.hudson.annotation_indexer.Index;

/** Calls the methods that asked, by annotation, to be called when Jenkins starts or stops. */
public final class Lifecycle {
    private static final Logger LOGGER = Logger.getLogger(Lifecycle.class.getName());

    private final ClassLoader loader;
    private final List<Method> initializers = new ArrayList<>();

    /** Finds the methods. */
    public Lifecycle(ClassLoader loader) {
        this.loader = loader;
        initializers.addAll(list(Initializer.class));
    }

    private List<Method> list(Class<? extends Annotation> type) {
        List<Method> found = new ArrayList<>();
        try {
            Index.list(type, loader, Method.class).forEach(found::add);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the index of " + type.getName(), e);
        }
        return found;
    }

    /** Calls what belongs between a milestone and the next; its failure is Jenkins' failure unless it says otherwise. */
    public void reached(InitMilestone milestone) {
        for (Method m : initializers) {
            Initializer asked = m.getAnnotation(Initializer.class);
            if (when(asked) != milestone) {
                continue;
            }
            try {
                invoke(m);
            } catch (InvocationTargetException | IllegalAccessException e) {
                if (asked.fatal()) {
                    throw new IllegalStateException(
                            "Initializer " + m + " failed", e.getCause() == null ? e : e.getCause());
                }
                LOGGER.log(Level.WARNING, e, () -> "Initializer " + m + " failed");
            }
        }
    }

    /** The milestone after which to call: as said, or just before the one that it must be ready for. */
    private static InitMilestone when(Initializer asked) {
        if (asked.after() == InitMilestone.STARTED && asked.before() != InitMilestone.COMPLETED) {
            return InitMilestone.values()[Math.max(0, asked.before().ordinal() - 1)];
        }
        return asked.after();
    }

    /** Calls all terminators; one that fails does not keep the others from being called. */
    public void terminate() {
        for (Method m : list(Terminator.class)) {
            try {
                invoke(m);
            } catch (InvocationTargetException | IllegalAccessException | RuntimeException e) {
                LOGGER.log(Level.WARNING, e, () -> "Terminator " + m + " failed");
            }
        }
    }

    private static void invoke(Method m) throws InvocationTargetException, IllegalAccessException {
        Class<?>[] types = m.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = lookUp(types[i]);
        }
        m.setAccessible(true);
        m.invoke(Modifier.isStatic(m.getModifiers()) ? null : lookUp(m.getDeclaringClass()), arguments);
    }

    private static Object lookUp(Class<?> type) {
        return type.isAssignableFrom(Jenkins.class) ? Jenkins.get() : ExtensionList.lookupSingleton(type);
    }
}
