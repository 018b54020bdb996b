package io.jenkins.plugins.sagemaker.lab.aws.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Call;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import io.jenkins.plugins.sagemaker.lab.aws.Service;
import io.jenkins.plugins.sagemaker.lab.aws.XmlBody;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryForm;
import java.util.List;
import java.util.Map;

/**
 * SQS over the query protocol of older clients: forms are rewritten as JSON requests, and answers as XML. Lists are
 * flattened there, each item under the singular of the list's name.
 */
final class SqsQueryService implements Service {

    private static final String NAMESPACE = "http://queue.amazonaws.com/doc/2012-11-05/";

    private static final List<String> TEXTS = List.of(
            "QueueUrl",
            "QueueName",
            "QueueNamePrefix",
            "MessageBody",
            "DelaySeconds",
            "MaxNumberOfMessages",
            "VisibilityTimeout",
            "WaitTimeSeconds",
            "ReceiptHandle",
            "Id");

    /** Lists of texts, by their names in JSON. */
    private static final Map<String, String> LISTS = Map.of(
            "AttributeNames", "AttributeName",
            "MessageSystemAttributeNames", "MessageSystemAttributeName",
            "TagKeys", "TagKey");

    /** Lists in answers, by their names in JSON, unless the operation has its own name for them. */
    private static final Map<String, String> ITEMS =
            Map.of("Messages", "Message", "QueueUrls", "QueueUrl", "Failed", "BatchResultErrorEntry");

    private final SqsOperations operations;

    SqsQueryService(SqsOperations operations) {
        this.operations = operations;
    }

    @Override
    public String signingName() {
        return "sqs";
    }

    @Override
    public Protocol protocol() {
        return Protocol.QUERY;
    }

    @Override
    public Reply handle(Call call) throws AwsError {
        QueryForm form = QueryForm.of(call);
        ObjectNode request = read(form);
        for (int i = 1; form.has(call.operation() + "RequestEntry." + i); i++) {
            request.withArray("Entries").add(read(form.structure(call.operation() + "RequestEntry." + i)));
        }
        // The URL may also be where the form was sent to.
        if (!request.has("QueueUrl") && call.path().length() > 1) {
            request.put("QueueUrl", call.path());
        }
        ObjectNode answer = operations.answer(call, request);
        String body = XmlBody.document(call.operation() + "Response", NAMESPACE, xml -> {
            if (!answer.isEmpty()) {
                xml.nested(call.operation() + "Result", result -> write(result, call.operation(), answer));
            }
            xml.nested("ResponseMetadata", metadata -> metadata.element("RequestId", call.requestId()));
        });
        return Reply.of(200, "text/xml", body);
    }

    private static ObjectNode read(QueryForm form) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        for (String name : TEXTS) {
            if (form.text(name) != null) {
                request.put(name, form.text(name));
            }
        }
        LISTS.forEach((name, item) -> {
            for (int i = 1; form.text(item + "." + i) != null; i++) {
                request.withArray(name).add(form.text(item + "." + i));
            }
        });
        entries(form, "Attribute", "Name", request, "Attributes");
        entries(form, "Tag", "Key", request, form.text("QueueName") == null ? "Tags" : "tags");
        for (int i = 1; form.has("MessageAttribute." + i); i++) {
            request.withObject("/MessageAttributes").put(form.text("MessageAttribute." + i + ".Name"), "");
        }
        return request;
    }

    private static void entries(QueryForm form, String item, String key, ObjectNode request, String member) {
        for (int i = 1; form.has(item + "." + i); i++) {
            QueryForm entry = form.structure(item + "." + i);
            request.withObject("/" + member).put(entry.text(key), entry.text("Value"));
        }
    }

    private static void write(XmlBody xml, String operation, JsonNode answer) {
        answer.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (value.isArray()) {
                String item = ITEMS.getOrDefault(name, operation + "ResultEntry");
                value.forEach(one -> {
                    if (one.isObject()) {
                        xml.nested(item, inner -> write(inner, operation, one));
                    } else {
                        xml.element(item, one.asText());
                    }
                });
            } else if (value.isObject()) {
                String key = name.equals("Tags") ? "Key" : "Name";
                value.properties()
                        .forEach(entry -> xml.nested(
                                name.substring(0, name.length() - 1),
                                inner -> inner.element(key, entry.getKey())
                                        .element("Value", entry.getValue().asText())));
            } else {
                xml.element(name, value.asText());
            }
        });
    }
}
