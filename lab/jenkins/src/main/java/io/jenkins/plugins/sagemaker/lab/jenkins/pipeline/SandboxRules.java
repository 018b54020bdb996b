package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import groovy.lang.Closure;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyObject;
import groovy.lang.Script;
import hudson.model.Result;
import java.io.File;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.scriptsecurity.sandbox.RejectedAccessException;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/**
 * What a sandboxed Jenkinsfile may call: its own classes, most of the JDK and of Groovy, and of a plugin's classes only what
 * is {@link Whitelisted}. The list of Jenkins is finer; this one is there to catch a step whose value cannot be read.
 */
final class SandboxRules {

    private static final Set<Class<?>> NEVER_CONSTRUCTED =
            Set.of(File.class, java.io.FileReader.class, java.io.FileWriter.class, URL.class, Thread.class);

    private static final Set<Class<?>> NEVER_CALLED = Set.of(
            System.class,
            Runtime.class,
            Thread.class,
            Class.class,
            ClassLoader.class,
            java.lang.reflect.Method.class,
            java.nio.file.Files.class);

    /** Classes of Jenkins that its sandbox lets be read as a whole. */
    private static final List<Class<?>> READABLE =
            List.of(Result.class, FlowInterruptedException.class, CauseOfInterruption.class, Throwable.class);

    private SandboxRules() {}

    static void checkMethod(Object receiver, String method, Object[] args) {
        if (receiver == null) {
            return;
        }
        if (receiver instanceof Class<?> type) {
            checkStatic(type, method, args);
        } else if (isForeign(receiver)) {
            requireWhitelisted(receiver.getClass(), List.of(method));
        } else if (method.equals("execute") && (receiver instanceof CharSequence || receiver instanceof List<?>)) {
            throw new RejectedAccessException(
                    "staticMethod", "org.codehaus.groovy.runtime.ProcessGroovyMethods execute java.lang.String");
        } else if (NEVER_CALLED.stream().anyMatch(type -> type.isInstance(receiver))) {
            throw new RejectedAccessException("method", receiver.getClass().getName() + " " + method);
        }
    }

    private static void checkStatic(Class<?> type, String method, Object[] args) {
        boolean own = type.getClassLoader() instanceof GroovyClassLoader;
        boolean known = isJdkOrGroovy(type) && !NEVER_CALLED.contains(type);
        if (own || known || type == Result.class) {
            return;
        }
        for (Method candidate : type.getMethods()) {
            if (candidate.getName().equals(method) && isWhitelisted(candidate)) {
                return;
            }
        }
        List<String> types = new ArrayList<>();
        Arrays.stream(args)
                .forEach(arg -> types.add(arg == null ? "null" : arg.getClass().getName()));
        throw new RejectedAccessException(
                "staticMethod", (type.getName() + " " + method + " " + String.join(" ", types)).trim());
    }

    static void checkConstructor(Class<?> type, Object[] args) {
        boolean own = type.getClassLoader() instanceof GroovyClassLoader;
        boolean harmless = isJdkOrGroovy(type) && !NEVER_CONSTRUCTED.contains(type) && !NEVER_CALLED.contains(type);
        boolean whitelisted = Arrays.stream(type.getConstructors()).anyMatch(SandboxRules::isWhitelisted);
        if (!own && !harmless && !whitelisted) {
            throw new RejectedAccessException("new", type.getName());
        }
    }

    static void checkProperty(Object receiver, String property) {
        if (receiver == null || receiver instanceof Class<?> || receiver instanceof Map<?, ?> || !isForeign(receiver)) {
            return;
        }
        String suffix = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
        for (var field : receiver.getClass().getFields()) {
            if (field.getName().equals(property) && isWhitelisted(field)) {
                return;
            }
        }
        requireWhitelisted(receiver.getClass(), List.of("get" + suffix, "is" + suffix));
    }

    /** Whether the object is of a class of Jenkins or a plugin, and no part of the Pipeline language. */
    private static boolean isForeign(Object receiver) {
        Class<?> type = receiver.getClass();
        return !isJdkOrGroovy(type)
                && !(receiver instanceof Script)
                && !(receiver instanceof Closure)
                && !(receiver instanceof GroovyObject)
                && !(receiver instanceof Map<?, ?>)
                && !(receiver instanceof Iterable<?>)
                && !(receiver instanceof Iterator<?>)
                && READABLE.stream().noneMatch(known -> known.isInstance(receiver));
    }

    private static boolean isJdkOrGroovy(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        String name = element.getName();
        return element.isPrimitive()
                || name.startsWith("java.")
                || name.startsWith("javax.")
                || name.startsWith("groovy.")
                || name.startsWith("sun.")
                || name.startsWith("jdk.")
                || name.startsWith("org.codehaus.groovy.")
                || name.startsWith("com.cloudbees.groovy.cps.");
    }

    private static void requireWhitelisted(Class<?> type, List<String> names) {
        Method found = null;
        for (Class<?> t = type; t != null; t = t.getSuperclass()) {
            List<Class<?>> places = new ArrayList<>(List.of(t.getInterfaces()));
            places.add(0, t);
            for (Class<?> place : places) {
                for (Method candidate : place.getDeclaredMethods()) {
                    if (names.contains(candidate.getName()) && Modifier.isPublic(candidate.getModifiers())) {
                        if (isWhitelisted(candidate) || place == Object.class) {
                            return;
                        }
                        found = found == null ? candidate : found;
                    }
                }
            }
        }
        if (found != null) {
            throw new RejectedAccessException(
                    "method", found.getDeclaringClass().getName() + " " + found.getName());
        }
    }

    private static boolean isWhitelisted(AnnotatedElement element) {
        return element.isAnnotationPresent(Whitelisted.class);
    }
}
