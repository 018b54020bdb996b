package io.jenkins.plugins.sagemaker.lab.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.model.SageMakerRuntimeException;

class LocalAwsTest {

    @AutoClose
    private final LocalAws aws = LocalAws.builder()
            .timeline(new ManualTimeline(Instant.parse("2026-01-01T00:00:00Z")))
            .start();

    @AutoClose
    private final Clients clients = Clients.of(aws);

    private final RawClient raw = new RawClient(aws);

    @Test
    void listensOnTheLoopbackOnly() throws Exception {
        assertThat(aws.endpoint().getHost()).isEqualTo("127.0.0.1");
        assertThat(InetAddress.getByName(aws.endpoint().getHost()).isLoopbackAddress())
                .isTrue();
    }

    @Test
    void aTakenPortIsToldInOneSentence() {
        assertThatThrownBy(
                        () -> LocalAws.builder().port(aws.endpoint().getPort()).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(
                        "cannot listen on 127.0.0.1:" + aws.endpoint().getPort())
                .hasMessageContaining("choose another port");
    }

    @Test
    void recordsWhoCalledWhatAndWhen() {
        clients.as("111122223333").in(Region.US_WEST_2).sts().getCallerIdentity();

        assertThat(aws.requests())
                .containsExactly(new RecordedRequest(
                        Instant.parse("2026-01-01T00:00:00Z"),
                        "sts",
                        "GetCallerIdentity",
                        "111122223333",
                        "us-west-2",
                        200,
                        "",
                        ""));
        aws.forgetRequests();
        assertThat(aws.requests()).isEmpty();
    }

    @Test
    void accountsAndRegionsHaveTheirOwnState() {
        clients.logs().createLogGroup(r -> r.logGroupName("one"));
        clients.as("111122223333").logs().createLogGroup(r -> r.logGroupName("two"));
        clients.in(Region.US_WEST_2).logs().createLogGroup(r -> r.logGroupName("three"));

        assertThat(clients.logs().describeLogGroups().logGroups())
                .extracting(g -> g.arn())
                .containsExactly("arn:aws:logs:eu-central-1:123456789012:log-group:one:*");
        assertThat(clients.as("111122223333").logs().describeLogGroups().logGroups())
                .extracting(g -> g.arn())
                .containsExactly("arn:aws:logs:eu-central-1:111122223333:log-group:two:*");
    }

    @Test
    void servicesCanBeCalledWithoutHttp() throws AwsError {
        aws.invoke("logs", "CreateLogGroup", "eu-central-1", "{\"logGroupName\": \"one\"}");

        var answer = aws.invoke("logs", "DescribeLogGroups", "eu-central-1", "{}");

        assertThat(answer.at("/logGroups/0/logGroupName").asText()).isEqualTo("one");
        assertThat(aws.requests()).isEmpty();
        assertThatThrownBy(() -> aws.invoke("logs", "CreateLogGroup", "eu-central-1", "{\"logGroupName\": \"one\"}"))
                .isInstanceOfSatisfying(
                        AwsError.class, e -> assertThat(e.code()).isEqualTo("ResourceAlreadyExistsException"));
    }

    @Test
    void allServicesAreBehindOneAddress() {
        assertThat(clients.s3().listBuckets().buckets()).isEmpty();
        assertThat(clients.sageMaker().listTrainingJobs().trainingJobSummaries())
                .isEmpty();
        assertThat(clients.cloudFormation().describeStacks().stacks()).isEmpty();
        try (var runtime = clients.with(SageMakerRuntimeClient.builder()).build()) {
            assertThatThrownBy(() ->
                            runtime.invokeEndpoint(r -> r.endpointName("absent").body(SdkBytes.fromUtf8String("1,2"))))
                    .isInstanceOfSatisfying(SageMakerRuntimeException.class, e -> {
                        assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationError");
                        assertThat(e.requestId()).isNotEmpty();
                    });
        }

        assertThat(aws.requests())
                .extracting(r -> r.service() + " " + r.operation())
                .containsExactly(
                        "s3 ListBuckets",
                        "sagemaker ListTrainingJobs",
                        "cloudformation DescribeStacks",
                        "sagemaker InvokeEndpoint");
    }

    @Test
    void anUnknownServiceIsNamed() throws Exception {
        var answer = raw.send(
                "POST",
                "/",
                "{}".getBytes(UTF_8),
                "X-Amz-Target",
                "DynamoDB_20120810.ListTables",
                "Authorization",
                RawClient.scope("dynamodb"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("UnknownOperationException", "no service 'dynamodb'", "s3, ");
    }

    @Test
    void anUnknownOperationIsNamed() throws Exception {
        var answer = raw.send(
                "POST",
                "/",
                "{}".getBytes(UTF_8),
                "X-Amz-Target",
                "Logs_20140328.Dance",
                "Authorization",
                RawClient.scope("logs"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"__type\":\"UnknownOperationException\"", "'Dance'");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-amz-json-1.1");
        assertThat(answer.headers().firstValue("x-amzn-RequestId")).isPresent();
    }

    @Test
    void callersWithoutCredentialsAreRefusedInEachProtocol() throws Exception {
        var json = raw.send("POST", "/", "{}".getBytes(UTF_8), "X-Amz-Target", "Logs_20140328.DescribeLogGroups");
        var query = raw.send(
                "POST",
                "/",
                "Action=GetCallerIdentity&Version=2011-06-15".getBytes(UTF_8),
                "Content-Type",
                "application/x-www-form-urlencoded");
        var s3 = raw.send("GET", "/bucket/key", new byte[0]);

        assertThat(json.statusCode()).isEqualTo(403);
        assertThat(json.body()).contains("\"__type\":\"MissingAuthenticationTokenException\"");
        assertThat(query.statusCode()).isEqualTo(403);
        assertThat(query.body())
                .contains("<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">")
                .contains("<Type>Sender</Type><Code>MissingAuthenticationToken</Code>")
                .contains("<RequestId>"
                        + query.headers().firstValue("x-amzn-RequestId").orElseThrow() + "</RequestId>");
        assertThat(s3.statusCode()).isEqualTo(403);
        assertThat(s3.body())
                .contains("<Code>AccessDenied</Code>", "<Resource>/bucket/key</Resource>")
                .contains("<RequestId>"
                        + s3.headers().firstValue("x-amz-request-id").orElseThrow() + "</RequestId>");
    }

    @Test
    void aSignatureThatCannotBeReadIsRefused() throws Exception {
        var broken = raw.send("GET", "/bucket", new byte[0], "Authorization", "AWS4-HMAC-SHA256 Credential=me");
        var old = raw.send("GET", "/bucket", new byte[0], "Authorization", "AWS me:signature");

        assertThat(broken.body()).contains("<Code>IncompleteSignature</Code>");
        assertThat(old.body()).contains("<Code>InvalidRequest</Code>");
    }

    @Test
    void aCompressedRequestIsRead() throws Exception {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write("{}".getBytes(UTF_8));
        }
        String[] headers = {
            "Authorization", RawClient.scope("logs"),
            "X-Amz-Target", "Logs_20140328.DescribeLogGroups",
            "Content-Encoding", "gzip"
        };

        assertThat(raw.send("POST", "/", compressed.toByteArray(), headers).body())
                .isEqualTo("{\"logGroups\":[]}");
        assertThat(raw.send("POST", "/", "{}".getBytes(UTF_8), headers).statusCode())
                .isEqualTo(400);
    }

    @Test
    void anUnsignedRequestIsRefusedInTheWordsOfItsProtocol() throws Exception {
        assertThat(raw.send("POST", "/", new byte[0], "X-Amz-Target", "SageMaker.ListModels")
                        .body())
                .contains("MissingAuthenticationTokenException", "Missing Authentication Token");
        assertThat(raw.send("GET", "/?Action=DescribeStacks&Version=2010-05-15", new byte[0])
                        .body())
                .contains("<Code>MissingAuthenticationToken</Code>", "Request is missing Authentication Token");
        assertThat(raw.send(
                                "GET",
                                "/?Action=Foo&Version=2010-05-15",
                                new byte[0],
                                "Authorization",
                                RawClient.scope("cloudformation"))
                        .body())
                .contains("Could not find operation Foo for version 2010-05-15");
    }
}
