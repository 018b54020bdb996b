package io.jenkins.plugins.sagemaker.nag.report;

import java.io.File;
import java.nio.charset.StandardCharsets;

/**
 * The path of a file as a URI reference of RFC 3986, percent-encoded. A relative path stays relative to the directory
 * of the run, without a leading {@code ./}.
 *
 * @param text never empty
 */
record ArtifactUri(String text, boolean relative) {
    private static final String PLAIN = "-._~!$&'()*+,;=@/";
    private static final String HEX = "0123456789ABCDEF";

    static ArtifactUri of(String path) {
        String slashed = path.replace(File.separatorChar, '/');
        boolean drive = slashed.length() > 2 && slashed.charAt(1) == ':' && slashed.charAt(2) == '/';
        if (drive || slashed.startsWith("/")) {
            return new ArtifactUri("file://" + (drive ? "/" : "") + encoded(slashed), false);
        }
        String start = slashed;
        while (start.startsWith("./") && start.length() > 2) {
            start = start.substring(2);
        }
        return new ArtifactUri(encoded(start), true);
    }

    private static String encoded(String path) {
        var out = new StringBuilder(path.length() + 16);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return out.toString();
    }
}
