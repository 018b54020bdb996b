package hudson;

import hudson.util.Secret;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The proxy of the installation. */
public final class ProxyConfiguration {
    public final String name;
    public final int port;
    private String userName;
    private String noProxyHost;
    private Secret secretPassword;

    public ProxyConfiguration(String name, int port) {
        this(name, port, null, null);
    }

    public ProxyConfiguration(String name, int port, String userName, String password) {
        this(name, port, userName, password, null);
    }

    public ProxyConfiguration(String name, int port, String userName, String password, String noProxyHost) {
        this.name = Util.fixEmptyAndTrim(name);
        this.port = port;
        this.userName = Util.fixEmptyAndTrim(userName);
        this.secretPassword = Secret.fromString(password);
        this.noProxyHost = Util.fixEmptyAndTrim(noProxyHost);
    }

    public String getName() {
        return name;
    }

    public int getPort() {
        return port;
    }

    public String getUserName() {
        return userName;
    }

    public void setUserName(String userName) {
        this.userName = userName;
    }

    public Secret getSecretPassword() {
        return secretPassword;
    }

    public void setSecretPassword(Secret secretPassword) {
        this.secretPassword = secretPassword;
    }

    public String getNoProxyHost() {
        return noProxyHost;
    }

    public void setNoProxyHost(String noProxyHost) {
        this.noProxyHost = noProxyHost;
    }

    public List<Pattern> getNoProxyHostPatterns() {
        return getNoProxyHostPatterns(noProxyHost);
    }

    /** One pattern for each host name; {@code *} stands for anything. */
    public static List<Pattern> getNoProxyHostPatterns(String noProxyHost) {
        List<Pattern> patterns = new ArrayList<>();
        if (noProxyHost != null) {
            for (String each : noProxyHost.split("[ \t\n,|]+")) {
                if (!each.isEmpty()) {
                    patterns.add(Pattern.compile(each.replace(".", "\\.").replace("*", ".*")));
                }
            }
        }
        return patterns;
    }

    public Proxy createProxy(String host) {
        boolean direct =
                getNoProxyHostPatterns().stream().anyMatch(p -> p.matcher(host).matches());
        return direct ? Proxy.NO_PROXY : new Proxy(Proxy.Type.HTTP, new InetSocketAddress(name, port));
    }
}
