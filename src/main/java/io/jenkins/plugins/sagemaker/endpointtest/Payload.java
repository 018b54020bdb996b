package io.jenkins.plugins.sagemaker.endpointtest;

import java.util.Locale;
import software.amazon.awssdk.core.SdkBytes;

/**
 * One request's body and headers.
 *
 * @param name what it is, for messages
 * @param contentType media type of the body
 * @param accept media type that is wanted back; empty for the container's choice
 * @param targetVariant the production variant that shall answer; empty for SageMaker's choice
 */
record Payload(String name, SdkBytes body, String contentType, String accept, String targetVariant) {

    /** What the service takes (SageMaker Runtime API reference, InvokeEndpoint, Body), in bytes. */
    static final long LARGEST = 6_291_456;

    /** The media type that a file's name suggests; images as SageMaker's own algorithms take them. */
    static String contentTypeOf(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (ending) {
            case "json" -> "application/json";
            case "jsonl" -> "application/jsonlines";
            case "csv" -> "text/csv";
            case "txt" -> "text/plain";
            case "png", "jpg", "jpeg" -> "application/x-image";
            default -> "application/octet-stream";
        };
    }
}
