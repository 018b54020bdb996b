package hudson;

import hudson.util.CaseInsensitiveComparator;
import java.io.Serial;
import java.util.Map;
import java.util.TreeMap;

/** Environment variables; names differ by case only where the platform says so (they are compared without case, as in Jenkins). */
public class EnvVars extends TreeMap<String, String> {
    @Serial
    private static final long serialVersionUID = 1L;

    public static final Map<String, String> masterEnvVars = new EnvVars(System.getenv());

    public EnvVars() {
        super(CaseInsensitiveComparator.INSTANCE);
    }

    public EnvVars(Map<String, String> m) {
        this();
        putAll(m);
    }

    public EnvVars(EnvVars m) {
        this((Map<String, String>) m);
    }

    public EnvVars(String... keyValuePairs) {
        this();
        if (keyValuePairs.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "Expected names and values in pairs, got " + keyValuePairs.length + " strings");
        }
        for (int i = 0; i < keyValuePairs.length; i += 2) {
            put(keyValuePairs[i], keyValuePairs[i + 1]);
        }
    }

    /**
     * Sets one variable: an empty or null value removes it, and {@code PATH+ANYTHING} puts its value before PATH's.
     */
    public void override(String key, String value) {
        if (value == null || value.isEmpty()) {
            remove(key);
            return;
        }
        int plus = key.indexOf('+');
        if (plus > 0) {
            String real = key.substring(0, plus);
            String old = get(real);
            put(real, old == null ? value : value + java.io.File.pathSeparator + old);
            return;
        }
        put(key, value);
    }

    public EnvVars overrideAll(Map<String, String> all) {
        all.forEach(this::override);
        return this;
    }

    /** Overrides with values that may refer to each other and to what is set. */
    public EnvVars overrideExpandingAll(Map<String, String> all) {
        Map<String, String> left = new TreeMap<>(all);
        while (!left.isEmpty()) {
            String ready = left.keySet().stream()
                    .filter(key -> left.keySet().stream()
                            .noneMatch(other -> !other.equals(key) && refers(left.get(key), name(other))))
                    .findFirst()
                    // A ring of references: somebody has to go first.
                    .orElse(left.keySet().iterator().next());
            override(ready, expand(left.remove(ready)));
        }
        return this;
    }

    private static String name(String key) {
        int plus = key.indexOf('+');
        return plus > 0 ? key.substring(0, plus) : key;
    }

    private static boolean refers(String value, String name) {
        return value != null
                && (value.contains("${" + name + "}")
                        || value.matches("(?s).*\\$" + java.util.regex.Pattern.quote(name) + "(?![A-Za-z0-9_]).*"));
    }

    public static void resolve(Map<String, String> env) {
        env.replaceAll((key, value) -> Util.replaceMacro(value, env));
    }

    @Override
    public String put(String key, String value) {
        if (value == null) {
            throw new IllegalArgumentException("Null value not allowed as an environment variable: " + key);
        }
        return super.put(key, value);
    }

    public void putIfNotNull(String key, String value) {
        if (value != null) {
            put(key, value);
        }
    }

    public void putAllNonNull(Map<String, String> map) {
        map.forEach(this::putIfNotNull);
    }

    public String get(String key, String defaultValue) {
        String value = get(key);
        return value == null ? defaultValue : value;
    }

    public void addLine(String line) {
        int equals = line.indexOf('=');
        if (equals > 0) {
            put(line.substring(0, equals), line.substring(equals + 1));
        }
    }

    public String expand(String s) {
        return Util.replaceMacro(s, this);
    }
}
