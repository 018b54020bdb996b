package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import hudson.Extension;
import hudson.model.Descriptor;
import hudson.model.PersistentDescriptor;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.java.sezpoz.Index;
import net.java.sezpoz.IndexItem;
import org.jvnet.hudson.test.TestExtension;

/** The extensions of one session: read from sezpoz's index, each made once, when first asked for. */
public final class Extensions {
    private static final Logger LOGGER = Logger.getLogger(Extensions.class.getName());
    private static final Object FAILED = new Object();

    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<Candidate, Object> instances = new IdentityHashMap<>();
    private final Set<Candidate> underway = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Reads the indexes.
     *
     * @param active whether a test's own extension takes part in this session
     */
    public Extensions(ClassLoader loader, Predicate<AnnotatedElement> active) {
        for (IndexItem<Extension, Object> item : Index.load(Extension.class, Object.class, loader)) {
            consider(item, item.annotation().ordinal(), e -> true);
        }
        for (IndexItem<TestExtension, Object> item : Index.load(TestExtension.class, Object.class, loader)) {
            consider(item, item.annotation().ordinal(), active);
        }
    }

    private void consider(
            IndexItem<? extends Annotation, Object> item, double ordinal, Predicate<AnnotatedElement> active) {
        try {
            AnnotatedElement element = item.element();
            if (active.test(element)) {
                candidates.add(new Candidate(element, ordinal));
            }
        } catch (InstantiationException | LinkageError e) {
            LOGGER.log(Level.WARNING, e, () -> "Failed to load extension " + item.className());
        }
    }

    /** The instances of a type, the highest ordinal first. */
    public synchronized <T> List<T> find(Class<T> type) {
        List<Map.Entry<Candidate, T>> found = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (type.isAssignableFrom(candidate.type())) {
                Object instance = instance(candidate);
                if (instance != FAILED) {
                    found.add(Map.entry(candidate, type.cast(instance)));
                }
            }
        }
        found.sort(Comparator.comparingDouble(
                        (Map.Entry<Candidate, T> e) -> -e.getKey().ordinal())
                .thenComparing(e -> name(e.getValue())));
        return found.stream().map(Map.Entry::getValue).toList();
    }

    private static String name(Object instance) {
        return instance instanceof Descriptor<?> d
                ? d.getDisplayName()
                : instance.getClass().getName();
    }

    private Object instance(Candidate candidate) {
        Object known = instances.get(candidate);
        if (known != null) {
            return known;
        }
        if (!underway.add(candidate)) {
            throw new IllegalStateException(
                    "Extension " + candidate.element() + " asks for itself while it is being made");
        }
        try {
            Object made = candidate.make();
            instances.put(candidate, made);
            if (made instanceof PersistentDescriptor persistent) {
                persistent.load();
            }
            return made;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError | AssertionError e) {
            Throwable cause = e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
            LOGGER.log(
                    Level.WARNING, "Failed to instantiate extension " + candidate.element() + "; skipping it", cause);
            instances.put(candidate, FAILED);
            return FAILED;
        } finally {
            underway.remove(candidate);
        }
    }

    private record Candidate(AnnotatedElement element, double ordinal) {
        Class<?> type() {
            if (element instanceof Class<?> c) {
                return c;
            }
            return element instanceof Field f ? f.getType() : ((Method) element).getReturnType();
        }

        Object make() throws ReflectiveOperationException {
            if (element instanceof Class<?> c) {
                Constructor<?> constructor = c.getDeclaredConstructor();
                constructor.setAccessible(true);
                return constructor.newInstance();
            }
            Object made = element instanceof Field f ? f.get(null) : ((Method) element).invoke(null);
            if (made == null) {
                throw new InstantiationException(element + " gave null");
            }
            return made;
        }
    }
}
