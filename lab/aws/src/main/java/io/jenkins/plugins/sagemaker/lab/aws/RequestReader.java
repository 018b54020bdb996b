package io.jenkins.plugins.sagemaker.lab.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Takes an HTTP request in whole, so that the connection can be used again whatever the answer. */
final class RequestReader {

    /** The largest body taken, in bytes. S3 itself takes 5 GiB in one part; here all content is kept in memory. */
    static final int MAX_BODY = 1 << 30;

    private RequestReader() {}

    static Incoming read(HttpExchange exchange) throws IOException, AwsError {
        // The URI's own accessors would take the first segment of "//key" for a host.
        String target = exchange.getRequestURI().toString();
        if (!target.startsWith("/")) {
            target = target.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://[^/?]*", "");
        }
        int question = target.indexOf('?');
        Map<String, List<String>> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        byte[] body = body(decompressed(exchange), headers);
        try {
            String path = Incoming.decodePath(question < 0 ? target : target.substring(0, question));
            return new Incoming(
                    exchange.getRequestMethod(),
                    path.isEmpty() ? "/" : path,
                    question < 0 ? Map.of() : Incoming.parse(target.substring(question + 1)),
                    headers,
                    body);
        } catch (IllegalArgumentException e) {
            throw new AwsError(400, "InvalidURI", "The URL cannot be decoded: " + e.getMessage() + ".");
        }
    }

    private static byte[] body(InputStream in, Map<String, List<String>> headers) throws IOException, AwsError {
        if (AwsChunked.isUsed(headers)) {
            return AwsChunked.decode(in, headers);
        }
        byte[] body = in.readNBytes(MAX_BODY);
        if (in.read() >= 0) {
            throw tooLarge();
        }
        return body;
    }

    /**
     * Undoes the compression that an SDK may apply to its requests. Those of S3, where the encoding belongs to the
     * object, never go to the root.
     */
    private static InputStream decompressed(HttpExchange exchange) throws IOException, AwsError {
        InputStream in = exchange.getRequestBody();
        boolean compressed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                && exchange.getRequestMethod().equals("POST")
                && exchange.getRequestURI().getPath().equals("/");
        try {
            return compressed ? new GZIPInputStream(in) : in;
        } catch (ZipException e) {
            throw new AwsError(400, "InvalidRequest", "The body is not gzip, as its Content-Encoding says.");
        }
    }

    static AwsError tooLarge() {
        return new AwsError(
                400,
                "EntityTooLarge",
                "The local AWS takes bodies of at most " + MAX_BODY + " bytes; use a multipart upload.");
    }
}
