package io.jenkins.plugins.sagemaker.lab.aws.sqs;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The attributes of queues, with the defaults and limits of SQS's API reference. */
final class QueueAttributes {

    private static final Map<String, Limits> NUMBERS = Map.of(
            "DelaySeconds", new Limits(0, 900, 0),
            "MaximumMessageSize", new Limits(1024, 1_048_576, 1_048_576),
            "MessageRetentionPeriod", new Limits(60, 1_209_600, 345_600),
            "ReceiveMessageWaitTimeSeconds", new Limits(0, 20, 0),
            "VisibilityTimeout", new Limits(0, 43_200, 30));

    /** Kept and shown, but, except for the policy, without an effect. */
    private static final Set<String> TEXTS = Set.of(
            "KmsDataKeyReusePeriodSeconds",
            "KmsMasterKeyId",
            "Policy",
            "RedriveAllowPolicy",
            "RedrivePolicy",
            "SqsManagedSseEnabled");

    private static final Pattern RECEIPT = Pattern.compile("([-0-9a-f]{36})#\\d+");

    private record Limits(int least, int most, int usual) {}

    private QueueAttributes() {}

    static String defaultOf(String attribute) {
        Limits limits = NUMBERS.get(attribute);
        return limits == null ? null : Integer.toString(limits.usual());
    }

    static void check(Map<String, String> attributes) throws AwsError {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            Limits limits = NUMBERS.get(attribute.getKey());
            if (limits != null) {
                number(attribute.getKey(), attribute.getValue(), limits);
            } else if (!TEXTS.contains(attribute.getKey())) {
                throw new AwsError(400, "InvalidAttributeName", "Unknown Attribute " + attribute.getKey() + ".");
            }
        }
    }

    /** A number of a request that has the limits of an attribute. */
    static int number(String attribute, String value) throws AwsError {
        return number(attribute, value, NUMBERS.get(attribute));
    }

    private static int number(String name, String value, Limits limits) throws AwsError {
        try {
            int number = Integer.parseInt(value);
            if (number >= limits.least() && number <= limits.most()) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw invalid(name);
        }
        throw invalid(name);
    }

    private static AwsError invalid(String name) {
        return new AwsError(400, "InvalidAttributeValue", "Invalid value for the parameter " + name + ".");
    }

    /** All attributes of a queue, as GetQueueAttributes shows them. */
    static Map<String, String> all(Queue queue) {
        Map<String, String> all = new LinkedHashMap<>();
        NUMBERS.keySet().stream().sorted().forEach(name -> all.put(name, queue.attribute(name)));
        all.put("SqsManagedSseEnabled", queue.attribute("KmsMasterKeyId") == null ? "true" : "false");
        all.putAll(queue.attributes());
        all.put("QueueArn", queue.arn());
        all.put("CreatedTimestamp", Long.toString(queue.created().getEpochSecond()));
        all.put("LastModifiedTimestamp", Long.toString(queue.created().getEpochSecond()));
        Queue.Counts counts = queue.counts();
        all.put("ApproximateNumberOfMessages", Integer.toString(counts.visible()));
        all.put("ApproximateNumberOfMessagesNotVisible", Integer.toString(counts.inFlight()));
        all.put("ApproximateNumberOfMessagesDelayed", Integer.toString(counts.delayed()));
        return all;
    }

    /** Which message a receipt handle is for. */
    static String messageId(String receiptHandle) throws AwsError {
        var matcher = RECEIPT.matcher(receiptHandle);
        if (!matcher.matches()) {
            throw new AwsError(400, "ReceiptHandleIsInvalid", "The input receipt handle is invalid.");
        }
        return matcher.group(1);
    }
}
