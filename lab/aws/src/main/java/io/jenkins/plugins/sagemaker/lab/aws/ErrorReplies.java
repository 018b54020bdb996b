package io.jenkins.plugins.sagemaker.lab.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.Service.Protocol;
import java.util.Map;

/** Writes an {@link AwsError} as the protocol of the called service has it. */
final class ErrorReplies {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What stands in the error documents of the query services; services not named here have none. */
    private static final Map<String, String> NAMESPACES = Map.of(
            "cloudformation", "http://cloudformation.amazonaws.com/doc/2010-05-15/",
            "iam", "https://iam.amazonaws.com/doc/2010-05-08/",
            "sns", "http://sns.amazonaws.com/doc/2010-03-31/",
            "sqs", "http://queue.amazonaws.com/doc/2012-11-05/",
            "sts", "https://sts.amazonaws.com/doc/2011-06-15/");

    /**
     * Codes that SQS had in its query protocol before it spoke JSON, and which its clients still show: those of the
     * JSON protocol read them from a header.
     */
    private static final Map<String, String> OLD_CODES = Map.of(
            "QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue",
            "QueueNameExists", "QueueAlreadyExists",
            "PurgeQueueInProgress", "AWS.SimpleQueueService.PurgeQueueInProgress",
            "UnsupportedOperation", "AWS.SimpleQueueService.UnsupportedOperation",
            "EmptyBatchRequest", "AWS.SimpleQueueService.EmptyBatchRequest",
            "TooManyEntriesInBatchRequest", "AWS.SimpleQueueService.TooManyEntriesInBatchRequest",
            "BatchEntryIdsNotDistinct", "AWS.SimpleQueueService.BatchEntryIdsNotDistinct",
            "MessageNotInflight", "AWS.SimpleQueueService.MessageNotInflight");

    private ErrorReplies() {}

    static Reply write(Protocol protocol, String service, AwsError error, String requestId, String resource) {
        return switch (protocol) {
            case JSON ->
                withOldCode(
                        service,
                        error,
                        Reply.of(error.status(), "application/x-amz-json-1.1", json(error, "message", true)));
            case REST_JSON ->
                Reply.of(error.status(), "application/json", json(error, "Message", false))
                        .with("x-amzn-ErrorType", error.code());
            case QUERY -> Reply.of(error.status(), "text/xml", query(service, error, requestId));
            case REST_XML -> s3(error, requestId, resource);
        };
    }

    private static Reply withOldCode(String service, AwsError error, Reply reply) {
        return service.equals("sqs")
                ? reply.with(
                        "x-amzn-query-error",
                        OLD_CODES.getOrDefault(error.code(), error.code())
                                + (error.status() < 500 ? ";Sender" : ";Receiver"))
                : reply;
    }

    private static String json(AwsError error, String message, boolean typed) {
        ObjectNode body = JSON.createObjectNode();
        if (typed) {
            body.put("__type", error.code());
        }
        body.put(message, error.getMessage());
        error.details().forEach((name, value) -> body.set(name, JSON.valueToTree(value)));
        return body.toString();
    }

    private static String query(String service, AwsError error, String requestId) {
        // The same mistake is a ValidationException in JSON and a ValidationError in the older protocol.
        String code = error.code().equals("ValidationException")
                ? "ValidationError"
                : service.equals("sqs") ? OLD_CODES.getOrDefault(error.code(), error.code()) : error.code();
        return XmlBody.document(
                "ErrorResponse",
                NAMESPACES.getOrDefault(service, ""),
                root -> root.nested(
                                "Error",
                                xml -> xml.element("Type", error.status() < 500 ? "Sender" : "Receiver")
                                        .element("Code", code)
                                        .element("Message", error.getMessage()))
                        .element("RequestId", requestId));
    }

    private static Reply s3(AwsError error, String requestId, String resource) {
        if (error.status() == 304) {
            return Reply.empty(304);
        }
        String body = XmlBody.document("Error", "", xml -> {
            xml.element("Code", error.code()).element("Message", error.getMessage());
            error.details().forEach(xml::element);
            xml.element("Resource", resource).element("RequestId", requestId).element("HostId", requestId);
        });
        Reply reply = Reply.of(error.status(), "application/xml", body);
        // A client that asked the wrong region learns the right one from the header alone when it asked with HEAD.
        return error.details().containsKey("Region")
                ? reply.with(
                        "x-amz-bucket-region", error.details().get("Region").toString())
                : reply;
    }
}
