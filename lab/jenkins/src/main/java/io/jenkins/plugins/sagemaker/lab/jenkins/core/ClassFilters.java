package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import java.net.URL;
import java.security.CodeSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Jenkins' rule (JEP-200) of which classes may be written to XML files and sent to agents: enums, throwables, arrays,
 * what core and plugins define themselves, and some classes of the JDK. Libraries that a plugin bundles are out, and so are
 * common JDK types such as {@code java.time.Instant} and {@code Map.of}, which only plain Java serialization knows to replace.
 */
public final class ClassFilters {
    private static final ConcurrentMap<Class<?>, Boolean> KNOWN = new ConcurrentHashMap<>();

    private static final Set<String> LANG = Set.of(
            "Boolean",
            "Byte",
            "Character",
            "Class",
            "Double",
            "Enum",
            "Float",
            "Integer",
            "Long",
            "Number",
            "Object",
            "Short",
            "StackTraceElement",
            "String",
            "String$CaseInsensitiveComparator",
            "StringBuffer",
            "StringBuilder");

    private static final Set<String> UTIL = Set.of(
            "ArrayDeque",
            "ArrayList",
            "Arrays$ArrayList",
            "CollSer",
            "Date",
            "EnumMap",
            "EnumSet",
            "GregorianCalendar",
            "HashMap",
            "HashSet",
            "Hashtable",
            "ImmutableCollections$List12",
            "ImmutableCollections$ListN",
            "LinkedHashMap",
            "LinkedHashSet",
            "LinkedList",
            "Locale",
            "Optional",
            "Properties",
            "RegularEnumSet",
            "Stack",
            "TreeMap",
            "TreeMap$KeySet",
            "TreeSet",
            "UUID",
            "Vector");

    private static final Set<String> COLLECTIONS =
            Set.of("AsLIFOQueue", "CopiesList", "EmptyList", "EmptyMap", "EmptySet", "SetFromMap");

    private static final Set<String> CONCURRENT = Set.of(
            "ConcurrentHashMap",
            "ConcurrentLinkedDeque",
            "ConcurrentLinkedQueue",
            "ConcurrentSkipListMap",
            "CopyOnWriteArrayList",
            "CopyOnWriteArraySet",
            "CountDownLatch",
            "CountDownLatch$Sync",
            "atomic.AtomicBoolean");

    private static final Set<String> OTHERS = Set.of(
            "java.io.File",
            "java.lang.reflect.Proxy",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.net.URI",
            "java.net.URL",
            "java.security.KeyRep",
            "java.time.Ser",
            "java.util.EnumSet$SerializationProxy",
            "java.util.logging.Level",
            "java.util.logging.LogRecord",
            "java.util.regex.Pattern");

    private ClassFilters() {}

    /** Whether Jenkins would keep or send instances of a class. */
    public static boolean allowed(Class<?> type) {
        return KNOWN.computeIfAbsent(type, ClassFilters::decide);
    }

    private static boolean decide(Class<?> type) {
        if (type.isArray() || type.isPrimitive() || type.isInterface()) {
            return true;
        }
        if (Throwable.class.isAssignableFrom(type) || Enum.class.isAssignableFrom(type)) {
            return true;
        }
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null) {
            return ofJdk(type.getName());
        }
        return definedHere(type, location) || type.getName().startsWith("org.jvnet.localizer.");
    }

    /** A folder of classes is what is being built; a plugin's and the stand-in's own jars bear an index of extensions. */
    private static boolean definedHere(Class<?> type, URL location) {
        if (!location.getPath().endsWith(".jar")) {
            return true;
        }
        String jar = "jar:" + location + "!/META-INF/annotations/hudson.Extension";
        try {
            return type.getClassLoader()
                    .resources("META-INF/annotations/hudson.Extension")
                    .anyMatch(index -> index.toString().equals(jar));
        } catch (java.io.UncheckedIOException e) {
            throw new IllegalStateException("The class path cannot be read", e);
        }
    }

    private static boolean ofJdk(String name) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        if (name.startsWith("java.util.Collections$")) {
            String kind = simple.substring("Collections$".length());
            return COLLECTIONS.contains(kind)
                    || kind.startsWith("Checked")
                    || kind.startsWith("Singleton")
                    || kind.startsWith("Synchronized")
                    || kind.startsWith("Unmodifiable");
        }
        if (name.startsWith("java.util.concurrent.")) {
            return CONCURRENT.contains(name.substring("java.util.concurrent.".length()));
        }
        if (name.equals("java.util." + simple)) {
            return UTIL.contains(simple);
        }
        return name.equals("java.lang." + simple) ? LANG.contains(simple) : OTHERS.contains(name);
    }
}
