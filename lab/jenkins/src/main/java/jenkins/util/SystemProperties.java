package jenkins.util;

/** System properties. */
public class SystemProperties {
    private SystemProperties() {}

    public static String getString(String key) {
        return System.getProperty(key);
    }

    public static String getString(String key, String def) {
        return System.getProperty(key, def);
    }

    public static boolean getBoolean(String name) {
        return getBoolean(name, false);
    }

    public static boolean getBoolean(String name, boolean def) {
        String value = System.getProperty(name);
        return value == null ? def : Boolean.parseBoolean(value);
    }

    public static Integer getInteger(String name) {
        return getInteger(name, null);
    }

    public static Integer getInteger(String name, Integer def) {
        return Integer.getInteger(name, def);
    }

    public static Long getLong(String name) {
        return getLong(name, null);
    }

    public static Long getLong(String name, Long def) {
        return Long.getLong(name, def);
    }
}
