package io.jenkins.plugins.sagemaker.lab.aws;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One request, taken apart as far as every service needs it.
 *
 * @param service signing name of the service that is called
 * @param operation the operation's name ({@code CreateTrainingJob}); empty for REST protocols, where method and path
 *     tell
 * @param account 12-digit account of the caller
 * @param region region of the credential scope
 * @param method HTTP method
 * @param path decoded path, beginning with a slash, without the query
 * @param query decoded query parameters in the order sent (of the query string; of the form body for
 *     {@link Service.Protocol#QUERY})
 * @param headers header names in lower case
 * @param body the body as sent, already freed of {@code aws-chunked} framing
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares these; copying content would be dear.
public record Call(
        String service,
        String operation,
        String account,
        String region,
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        byte[] body) {

    /** The header in which the server hands a request's id to the service. */
    static final String REQUEST_ID = "x-amzn-requestid";

    /** The first value of a query or form parameter, or null. */
    public String parameter(String name) {
        List<String> values = query.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** The first value of a header, by its name in lower case, or null. */
    public String header(String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** The id under which the client will know this request; to be repeated where a protocol has it in the body. */
    public String requestId() {
        String id = header(REQUEST_ID);
        return id == null ? UUID.randomUUID().toString() : id;
    }

    /** A call of a JSON service as the AWS SDK would make it, for use inside the process. */
    public static Call json(String service, String operation, String account, String region, String body) {
        return new Call(
                service,
                operation,
                account,
                region,
                "POST",
                "/",
                Map.of(),
                Map.of("content-type", List.of("application/x-amz-json-1.1")),
                body.getBytes(StandardCharsets.UTF_8));
    }
}
