package io.jenkins.plugins.sagemaker.aws;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;

/** A queue of a local AWS, with a rule that brings it every change of a training job. */
public record EventQueue(LocalAws local, String name) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCOUNT = "123456789012";

    /** Creates both. */
    public static EventQueue create(LocalAws local, String name) throws AwsError {
        var queue = new EventQueue(local, name);
        String policy = "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"events.amazonaws.com\"},"
                + "\"Action\":\"sqs:SendMessage\",\"Resource\":\"*\"}]}";
        ObjectNode create = JSON.createObjectNode().put("QueueName", name);
        create.putObject("Attributes").put("Policy", policy);
        queue.invoke("sqs", "CreateQueue", create);
        queue.invoke(
                "events",
                "PutRule",
                JSON.createObjectNode()
                        .put("Name", name)
                        .put(
                                "EventPattern",
                                "{\"source\":[\"aws.sagemaker\"],"
                                        + "\"detail-type\":[\"SageMaker Training Job State Change\"]}"));
        ObjectNode targets = JSON.createObjectNode().put("Rule", name);
        targets.putArray("Targets")
                .addObject()
                .put("Id", "queue")
                .put("Arn", "arn:aws:sqs:" + LocalConnection.REGION + ":" + ACCOUNT + ":" + name);
        queue.invoke("events", "PutTargets", targets);
        return queue;
    }

    /** At the local AWS, whose address shows no region. */
    public String url() {
        return local.endpoint().resolve("/" + ACCOUNT + "/" + name).toString();
    }

    public void send(String body) throws AwsError {
        invoke("sqs", "SendMessage", request().put("MessageBody", body));
    }

    /** Received ones that nobody has deleted included. */
    public int messages() throws AwsError {
        ObjectNode request = request();
        request.putArray("AttributeNames").add("All");
        var attributes = local.invoke("sqs", "GetQueueAttributes", LocalConnection.REGION, request.toString())
                .get("Attributes");
        return attributes.get("ApproximateNumberOfMessages").asInt()
                + attributes.get("ApproximateNumberOfMessagesNotVisible").asInt();
    }

    private ObjectNode request() {
        return JSON.createObjectNode().put("QueueUrl", url());
    }

    private void invoke(String service, String operation, ObjectNode request) throws AwsError {
        local.invoke(service, operation, LocalConnection.REGION, request.toString());
    }
}
