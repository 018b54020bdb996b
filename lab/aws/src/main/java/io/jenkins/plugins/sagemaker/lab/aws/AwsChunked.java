package io.jenkins.plugins.sagemaker.lab.aws;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * S3's own chunked framing, in which SDKs stream uploads: {@code size;chunk-signature=...}, the data, and after the
 * last chunk trailers such as a checksum. Source: S3 API reference, "Transferring Payload in Multiple Chunks".
 */
final class AwsChunked {

    private static final int LONGEST_LINE = 8192;

    private AwsChunked() {}

    static boolean isUsed(Map<String, List<String>> headers) {
        return first(headers, "x-amz-content-sha256").startsWith("STREAMING-");
    }

    /**
     * Reads the content; adds the trailers to the headers and takes {@code aws-chunked} out of the content encoding.
     */
    static byte[] decode(InputStream raw, Map<String, List<String>> headers) throws IOException, AwsError {
        InputStream in = new BufferedInputStream(raw, 1 << 16);
        byte[] content = content(in, declaredLength(headers));
        trailers(in, headers);
        List<String> encodings = headers.get("content-encoding");
        if (encodings != null) {
            String rest = Arrays.stream(String.join(",", encodings).split(","))
                    .map(String::strip)
                    .filter(encoding -> !encoding.isEmpty() && !encoding.equalsIgnoreCase("aws-chunked"))
                    .reduce((a, b) -> a + "," + b)
                    .orElse("");
            if (rest.isEmpty()) {
                headers.remove("content-encoding");
            } else {
                headers.put("content-encoding", List.of(rest));
            }
        }
        return content;
    }

    private static int declaredLength(Map<String, List<String>> headers) throws AwsError {
        String declared = first(headers, "x-amz-decoded-content-length");
        if (declared.isEmpty()) {
            throw new AwsError(
                    411, "MissingContentLength", "A chunked upload must declare x-amz-decoded-content-length.");
        }
        try {
            long length = Long.parseLong(declared);
            if (length > RequestReader.MAX_BODY) {
                throw RequestReader.tooLarge();
            }
            return (int) Math.max(0, length);
        } catch (NumberFormatException e) {
            throw malformed("x-amz-decoded-content-length is not a number: " + declared);
        }
    }

    private static byte[] content(InputStream in, int declared) throws IOException, AwsError {
        byte[] content = new byte[declared];
        int filled = 0;
        while (true) {
            int size = chunkSize(line(in));
            if (size == 0) {
                break;
            }
            if (size > declared - filled) {
                throw incomplete(declared, "more");
            }
            if (in.readNBytes(content, filled, size) < size) {
                throw incomplete(declared, "less");
            }
            filled += size;
            line(in);
        }
        if (filled < declared) {
            throw incomplete(declared, "less");
        }
        return content;
    }

    private static int chunkSize(String header) throws AwsError {
        int semicolon = header.indexOf(';');
        String size = semicolon < 0 ? header : header.substring(0, semicolon);
        try {
            int parsed = Integer.parseInt(size.strip(), 16);
            if (parsed < 0) {
                throw malformed("a chunk has a negative size");
            }
            return parsed;
        } catch (NumberFormatException e) {
            throw malformed("a chunk's size is not a hexadecimal number");
        }
    }

    private static void trailers(InputStream in, Map<String, List<String>> headers) throws IOException {
        while (true) {
            String line = line(in);
            if (line.isEmpty()) {
                break;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        List.of(line.substring(colon + 1).strip()));
            }
        }
        in.transferTo(OutputStream.nullOutputStream());
    }

    /** A line without its end. SDKs differ in how they end the last one, so the end of the body ends a line too. */
    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream(96);
        for (int b = in.read(); b >= 0 && b != '\n' && line.size() < LONGEST_LINE; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static AwsError incomplete(int declared, String found) {
        return new AwsError(
                400,
                "IncompleteBody",
                "The body holds " + found + " than the " + declared + " bytes of x-amz-decoded-content-length.");
    }

    private static AwsError malformed(String what) {
        return new AwsError(400, "InvalidRequest", "The aws-chunked body cannot be read: " + what + ".");
    }

    private static String first(Map<String, List<String>> headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }
}
