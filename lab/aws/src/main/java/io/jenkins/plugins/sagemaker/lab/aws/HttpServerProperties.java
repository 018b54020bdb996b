package io.jenkins.plugins.sagemaker.lab.aws;

import java.util.Map;

/**
 * Settings of the JDK's HTTP server, which knows them only as system properties, read when the first server of the
 * process is made. A value that somebody else has set is left.
 */
final class HttpServerProperties {

    private static final Map<String, String> WANTED = Map.of(
            // Header and body are two packets; Nagle's algorithm would hold the second back for 40 ms on a kept
            // connection.
            "sun.net.httpserver.nodelay", "true",
            // Longer than any SDK keeps an idle connection, so that it is always the client who closes it.
            "sun.net.httpserver.idleInterval", "300",
            "sun.net.httpserver.maxIdleConnections", "2000");

    private HttpServerProperties() {}

    static void set() {
        WANTED.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
