package io.jenkins.plugins.sagemaker.lab.aws.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.lab.aws.RawClient;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

class ChecksumsTest extends S3TestBase {

    private static final byte[] CHECK = "123456789".getBytes(US_ASCII);

    private HttpResponse<String> putWith(String header, String value) throws Exception {
        return raw.send("PUT", "/bucket/key", CHECK, "Authorization", RawClient.scope("s3"), header, value);
    }

    @ParameterizedTest
    @CsvSource({
        "CRC32, y/Q5Jg==",
        "CRC32C, 4waSgw==",
        "CRC64NVME, rosUhgp5mIg=",
        "SHA1, 98O8HYCOBHMq32eZZczDTKeuNEE=",
        "SHA256, FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU="
    })
    void eachAlgorithmHasItsPublishedCheckValue(
            io.jenkins.plugins.sagemaker.lab.aws.s3.ChecksumAlgorithm algorithm, String value) throws Exception {
        assertThat(algorithm.base64(CHECK)).isEqualTo(value);

        var answer = putWith(algorithm.header(), value);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue(algorithm.header())).contains(value);
        assertThat(answer.headers().firstValue("x-amz-checksum-type")).contains("FULL_OBJECT");
        var read = raw.send(
                "GET",
                "/bucket/key",
                new byte[0],
                "Authorization",
                RawClient.scope("s3"),
                "x-amz-checksum-mode",
                "ENABLED");
        assertThat(read.headers().firstValue(algorithm.header())).contains(value);
    }

    @ParameterizedTest
    @EnumSource(
            value = ChecksumAlgorithm.class,
            names = {"CRC32", "CRC32_C", "SHA1", "SHA256"})
    void theSdkAndTheStoreAgree(ChecksumAlgorithm algorithm) {
        PutObjectResponse put = s3.putObject(
                r -> r.bucket("bucket").key("key").checksumAlgorithm(algorithm), RequestBody.fromString("content"));

        var read = s3.getObjectAsBytes(r -> r.bucket("bucket").key("key").checksumMode(ChecksumMode.ENABLED));

        assertThat(read.asUtf8String()).isEqualTo("content");
        assertThat(Stream.of(put.checksumCRC32(), put.checksumCRC32C(), put.checksumSHA1(), put.checksumSHA256()))
                .containsExactly(
                        read.response().checksumCRC32(),
                        read.response().checksumCRC32C(),
                        read.response().checksumSHA1(),
                        read.response().checksumSHA256())
                .filteredOn(value -> value != null)
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void bothModesOfTheSdkWork(RequestChecksumCalculation calculation) {
        try (S3Client client = clients.with(S3Client.builder())
                .requestChecksumCalculation(calculation)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_SUPPORTED)
                .build()) {
            // A stream of which the SDK does not know the content beforehand is sent in chunks with a trailer.
            client.putObject(
                    r -> r.bucket("bucket").key("key"),
                    RequestBody.fromContentProvider(
                            () -> new java.io.ByteArrayInputStream(new byte[300_000]), 300_000, "x/y"));

            assertThat(client.getObjectAsBytes(r -> r.bucket("bucket").key("key"))
                            .asByteArray())
                    .isEqualTo(new byte[300_000]);
        }
    }

    @Test
    void chunksWithSignaturesWork() {
        try (S3Client client = clients.with(S3Client.builder())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .serviceConfiguration(c -> c.chunkedEncodingEnabled(true))
                .build()) {
            client.putObject(r -> r.bucket("bucket").key("key"), RequestBody.fromBytes(new byte[500_000]));

            assertThat(aws.objects().get("bucket", "key").orElseThrow().content())
                    .isEqualTo(new byte[500_000]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "x-amz-checksum-crc32, AAAAAA==, BadDigest",
        "x-amz-checksum-sha256, AAAA, BadDigest",
        "Content-MD5, 1B2M2Y8AsgTpgAmY7PhCfg==, BadDigest",
        "Content-MD5, short, InvalidDigest",
        "x-amz-content-sha256, 0000000000000000000000000000000000000000000000000000000000000000, XAmzContentSHA256Mismatch"
    })
    void contentThatWasChangedOnTheWayIsRefused(String header, String value, String code) throws Exception {
        var answer = putWith(header, value);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<Code>" + code + "</Code>");
        assertThat(aws.objects().get("bucket", "key")).isEmpty();
    }

    @Test
    void theRightMd5IsAccepted() throws Exception {
        assertThat(putWith("Content-MD5", "JfnnlDI7RTiF9RgfG2JNCw==").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aClientNoticesWhenStoredContentHasChanged() {
        s3.putObject(r -> r.bucket("bucket").key("key"), RequestBody.fromString("content"));
        // The array is the store's own: what no client can do, a test can.
        aws.objects().get("bucket", "key").orElseThrow().content()[0] = 'C';

        assertThatThrownBy(() ->
                        s3.getObjectAsBytes(r -> r.bucket("bucket").key("key").checksumMode(ChecksumMode.ENABLED)))
                .hasMessageContaining("checksum");
    }
}
