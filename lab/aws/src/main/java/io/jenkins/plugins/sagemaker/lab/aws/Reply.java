package io.jenkins.plugins.sagemaker.lab.aws;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a service answers.
 *
 * @param status HTTP status
 * @param headers further headers; the server adds the request id and the length
 * @param body the body, never null
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares these; copying content would be dear.
public record Reply(int status, Map<String, String> headers, byte[] body) {

    public static Reply of(int status, String contentType, String body) {
        return of(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, Map.of("Content-Type", contentType), body);
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), new byte[0]);
    }

    /** The same reply with one more header. */
    public Reply with(String header, String value) {
        return with(Map.of(header, value));
    }

    /** The same reply with further headers. */
    public Reply with(Map<String, String> further) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(further);
        return new Reply(status, more, body);
    }
}
