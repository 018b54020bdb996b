package io.jenkins.plugins.sagemaker.lab.aws.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.lab.aws.Clients;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class PresignedUrlTest extends S3TestBase {

    private final S3Presigner presigner = S3Presigner.builder()
            .endpointOverride(aws.endpoint())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(StaticCredentialsProvider.create(Clients.SOMEBODY))
            .serviceConfiguration(
                    S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build();

    @AfterEach
    void closePresigner() {
        presigner.close();
    }

    @Test
    void whoHasTheUrlMayWriteAndRead() throws Exception {
        String put = presigner
                .presignPutObject(p -> p.signatureDuration(Duration.ofMinutes(5))
                        .putObjectRequest(r -> r.bucket("bucket").key("a b/ü")))
                .url()
                .toString();
        String get = presigner
                .presignGetObject(p -> p.signatureDuration(Duration.ofMinutes(5))
                        .getObjectRequest(r -> r.bucket("bucket")
                                .key("a b/ü")
                                .responseContentType("text/x-special")
                                .responseContentDisposition("attachment; filename=\"a b\"")))
                .url()
                .toString();

        assertThat(raw.send("PUT", put, "content".getBytes(UTF_8)).statusCode()).isEqualTo(200);

        var answer = raw.send("GET", get, new byte[0]);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("content");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/x-special");
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"a b\"");
        assertThat(aws.requests()).extracting(r -> r.operation()).containsExactly("PutObject", "GetObject");
    }

    @Test
    void aUrlExpires() throws Exception {
        String url = presigner
                .presignGetObject(p -> p.signatureDuration(Duration.ofMinutes(5))
                        .getObjectRequest(r -> r.bucket("bucket").key("key")))
                .url()
                .toString()
                .replaceFirst("X-Amz-Date=\\d{8}", "X-Amz-Date=20200101");

        var answer = raw.send("GET", url, new byte[0]);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("<Code>AccessDenied</Code>", "Request has expired");
    }

    @Test
    void aUrlWithoutADateIsRefused() throws Exception {
        var answer = raw.send(
                "GET",
                "/bucket/key?X-Amz-Credential=AKIALOCAL%2F20260101%2Feu-central-1%2Fs3%2Faws4_request&X-Amz-Expires=60",
                new byte[0]);

        assertThat(answer.body()).contains("<Code>AuthorizationQueryParametersError</Code>");
    }
}
