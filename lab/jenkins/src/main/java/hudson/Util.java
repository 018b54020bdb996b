package hudson;

import hudson.util.VariableResolver;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.FileUtils;

/** The small tools of core that are used here. */
public class Util {
    private static final Pattern VARIABLE = Pattern.compile("\\$([A-Za-z0-9_]+|\\{[A-Za-z0-9_.]+\\}|\\$)");

    public Util() {}

    public static String fixNull(String s) {
        return fixNull(s, "");
    }

    public static <T> T fixNull(T s, T defaultValue) {
        return s != null ? s : defaultValue;
    }

    public static <T> List<T> fixNull(List<T> l) {
        return fixNull(l, List.of());
    }

    public static <T> Set<T> fixNull(Set<T> l) {
        return fixNull(l, Set.of());
    }

    public static <T> Collection<T> fixNull(Collection<T> l) {
        return fixNull(l, Set.of());
    }

    public static String fixEmpty(String s) {
        return s == null || s.isEmpty() ? null : s;
    }

    public static String fixEmptyAndTrim(String s) {
        return s == null ? null : fixEmpty(s.trim());
    }

    public static String nullify(String v) {
        return fixEmpty(v);
    }

    public static String removeTrailingSlash(String s) {
        return s.endsWith("/") ? s.substring(0, s.length() - 1) : s;
    }

    public static String ensureEndsWith(String subject, String suffix) {
        return subject == null || subject.endsWith(suffix) ? subject : subject + suffix;
    }

    public static String replaceMacro(String s, Map<String, String> properties) {
        return replaceMacro(s, new VariableResolver.ByMap<>(properties));
    }

    /** Replaces {@code $NAME} and {@code ${NAME}}; {@code $$} is a dollar; what nobody knows stays as it is. */
    public static String replaceMacro(String s, VariableResolver<String> resolver) {
        if (s == null) {
            return null;
        }
        Matcher m = VARIABLE.matcher(s);
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            String key = m.group(1);
            String value;
            if (key.equals("$")) {
                value = "$";
            } else {
                value = resolver.resolve(key.startsWith("{") ? key.substring(1, key.length() - 1) : key);
            }
            m.appendReplacement(out, Matcher.quoteReplacement(value == null ? m.group() : value));
        }
        return m.appendTail(out).toString();
    }

    @SuppressWarnings("unchecked")
    public static <T> List<T> filter(Iterable<?> base, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (Object each : base) {
            if (type.isInstance(each)) {
                found.add((T) each);
            }
        }
        return found;
    }

    public static <T> List<T> filter(List<?> base, Class<T> type) {
        return filter((Iterable<?>) base, type);
    }

    public static String join(Collection<?> strings, String separator) {
        return String.join(separator, strings.stream().map(String::valueOf).toList());
    }

    public static String escape(String text) {
        if (text == null) {
            return null;
        }
        return xmlEscape(text).replace("\"", "&quot;").replace("'", "&#039;").replace("\n", "<br>");
    }

    public static String xmlEscape(String text) {
        return text == null
                ? null
                : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Encodes one segment of a path. */
    public static String rawEncode(String s) {
        return URLEncoder.encode(s, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public static String encode(String s) {
        try {
            return new URI(null, null, s, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static String singleQuote(String s) {
        return '\'' + s + '\'';
    }

    public static String toHexString(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    public static byte[] fromHexString(String data) {
        return HexFormat.of().parseHex(data);
    }

    /** MD5, in hexadecimal digits. */
    public static String getDigestOf(InputStream source) throws IOException {
        try (source) {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            byte[] buffer = new byte[8192];
            for (int n = source.read(buffer); n >= 0; n = source.read(buffer)) {
                md5.update(buffer, 0, n);
            }
            return toHexString(md5.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("MD5 is not available", e);
        }
    }

    public static String getDigestOf(String text) {
        try {
            return getDigestOf(new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String getDigestOf(File file) throws IOException {
        return getDigestOf(Files.newInputStream(file.toPath()));
    }

    public static String loadFile(File logfile, Charset charset) throws IOException {
        return logfile.exists() ? Files.readString(logfile.toPath(), charset) : "";
    }

    public static void deleteFile(File f) throws IOException {
        Files.deleteIfExists(f.toPath());
    }

    public static void deleteRecursive(File dir) throws IOException {
        if (dir.isDirectory() && !Files.isSymbolicLink(dir.toPath())) {
            FileUtils.deleteDirectory(dir);
        } else {
            deleteFile(dir);
        }
    }

    public static void deleteContentsRecursive(File file) throws IOException {
        File[] children = file.listFiles();
        if (children != null) {
            for (File child : children) {
                deleteRecursive(child);
            }
        }
    }

    public static boolean isRelativePath(String path) {
        return !path.startsWith("/") && !path.startsWith("\\\\") && !path.matches("[A-Za-z]:[\\\\/].*");
    }

    public static boolean isAbsoluteUri(String uri) {
        return uri.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
    }

    /** A duration as people say it, in two units at most: "1 hr 3 min". */
    public static String getTimeSpanString(long duration) {
        Duration d = Duration.ofMillis(duration);
        if (d.toDays() > 0) {
            return d.toDays() + " days " + d.toHoursPart() + " hr";
        }
        if (d.toHours() > 0) {
            return d.toHours() + " hr " + d.toMinutesPart() + " min";
        }
        if (d.toMinutes() > 0) {
            return d.toMinutes() + " min " + d.toSecondsPart() + " sec";
        }
        if (d.toSeconds() >= 10) {
            return d.toSeconds() + " sec";
        }
        return d.toMillis() >= 1000 ? Math.floor(d.toMillis() / 100.0) / 10 + " sec" : d.toMillis() + " ms";
    }

    /** Whether a subclass has its own version of a method. */
    public static boolean isOverridden(Class<?> base, Class<?> derived, String methodName, Class<?>... types) {
        return !declaring(base, methodName, types).equals(declaring(derived, methodName, types));
    }

    private static Class<?> declaring(Class<?> type, String name, Class<?>... types) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Method m : c.getDeclaredMethods()) {
                if (m.getName().equals(name)
                        && List.of(m.getParameterTypes()).equals(List.of(types))
                        && !m.isBridge()) {
                    return c;
                }
            }
        }
        throw new IllegalArgumentException("No method " + name + " in " + type.getName());
    }
}
