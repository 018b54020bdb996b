package io.jenkins.plugins.sagemaker.lab.aws;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An HTTP request as received, decoded but not yet understood.
 *
 * @param method HTTP method
 * @param path decoded path
 * @param query decoded parameters of the query string
 * @param headers header names in lower case, trailers of an {@code aws-chunked} body included
 * @param body the body without {@code aws-chunked} framing
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares these; copying content would be dear.
record Incoming(
        String method, String path, Map<String, List<String>> query, Map<String, List<String>> headers, byte[] body) {

    String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    boolean hasForm() {
        String type = header("content-type");
        return type != null && type.startsWith("application/x-www-form-urlencoded");
    }

    /** The parameters of the query string followed by those of a form body. */
    Map<String, List<String>> parameters() {
        if (!hasForm()) {
            return query;
        }
        Map<String, List<String>> all = new LinkedHashMap<>(query);
        parse(new String(body, StandardCharsets.UTF_8))
                .forEach((name, values) -> all.merge(name, values, (a, b) -> {
                    List<String> both = new ArrayList<>(a);
                    both.addAll(b);
                    return both;
                }));
        return all;
    }

    /**
     * Reads {@code a=1&b=2}.
     *
     * @throws IllegalArgumentException if a percent sign is not followed by two hexadecimal digits
     */
    static Map<String, List<String>> parse(String form) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : form.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters
                    .computeIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8), n -> new ArrayList<>(1))
                    .add(URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return parameters;
    }

    /** Decodes a path, in which a plus sign is a plus sign. */
    static String decodePath(String raw) {
        return raw.indexOf('%') < 0 ? raw : URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
