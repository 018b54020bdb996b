package io.jenkins.plugins.sagemaker.lab.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import io.jenkins.plugins.sagemaker.lab.aws.RawClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The protocol of clients that are older than SQS's JSON protocol. */
class SqsQueryProtocolTest {

    private final LocalAws aws = LocalAws.builder().start();
    private final RawClient client = new RawClient(aws);

    @AfterEach
    void close() {
        aws.close();
    }

    private HttpResponse<String> call(String path, String... parameters) throws IOException, InterruptedException {
        var form = new StringJoiner("&").add("Version=2012-11-05");
        for (int i = 0; i < parameters.length; i += 2) {
            form.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return client.send(
                "POST",
                path,
                form.toString().getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                RawClient.scope("sqs"));
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    @Test
    void sendsReceivesAndDeletes() throws Exception {
        assertThat(call(
                                "/",
                                "Action",
                                "CreateQueue",
                                "QueueName",
                                "old",
                                "Attribute.1.Name",
                                "VisibilityTimeout",
                                "Attribute.1.Value",
                                "40",
                                "Tag.1.Key",
                                "team",
                                "Tag.1.Value",
                                "a")
                        .body())
                .contains("<CreateQueueResult><QueueUrl>" + aws.endpoint() + "/123456789012/old</QueueUrl>");
        assertThat(call("/123456789012/old", "Action", "SendMessage", "MessageBody", "a<b")
                        .body())
                .contains(
                        "<SendMessageResult><MessageId>",
                        "<MD5OfMessageBody>1a382af93ed4b8a29ebd8e859a0168d7</MD5OfMessageBody>");

        String received = call("/123456789012/old", "Action", "ReceiveMessage", "AttributeName.1", "All")
                .body();
        assertThat(received)
                .contains("<Message><MessageId>", "<Body>a&lt;b</Body>")
                .contains("<Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>");

        String deleted = call(
                        "/123456789012/old",
                        "Action",
                        "DeleteMessageBatch",
                        "DeleteMessageBatchRequestEntry.1.Id",
                        "x",
                        "DeleteMessageBatchRequestEntry.1.ReceiptHandle",
                        between(received, "<ReceiptHandle>", "</ReceiptHandle>"))
                .body();
        assertThat(deleted).contains("<DeleteMessageBatchResultEntry><Id>x</Id></DeleteMessageBatchResultEntry>");
        assertThat(call(
                                "/123456789012/old",
                                "Action",
                                "GetQueueAttributes",
                                "AttributeName.1",
                                "ApproximateNumberOfMessagesNotVisible")
                        .body())
                .contains("<Attribute><Name>ApproximateNumberOfMessagesNotVisible</Name><Value>0</Value></Attribute>");
        assertThat(call("/123456789012/old", "Action", "ListQueueTags").body())
                .contains("<Tag><Key>team</Key><Value>a</Value></Tag>");
    }

    @Test
    void errorsHaveTheirOldCodes() throws Exception {
        HttpResponse<String> answer = call("/", "Action", "GetQueueUrl", "QueueName", "none");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<Code>AWS.SimpleQueueService.NonExistentQueue</Code>");
    }
}
