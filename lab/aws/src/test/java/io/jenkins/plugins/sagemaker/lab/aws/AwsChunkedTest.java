package io.jenkins.plugins.sagemaker.lab.aws;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsChunkedTest {

    private final Map<String, List<String>> headers = new HashMap<>(Map.of(
            "x-amz-content-sha256", List.of("STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
            "x-amz-decoded-content-length", List.of("11")));

    private String decode(String body) throws Exception {
        return new String(AwsChunked.decode(new ByteArrayInputStream(body.getBytes(US_ASCII)), headers), US_ASCII);
    }

    @Test
    void signedChunksAreJoined() throws Exception {
        assertThat(decode(
                        "6;chunk-signature=a\r\nhello \r\n5;chunk-signature=b\r\nworld\r\n0;chunk-signature=c\r\n\r\n"))
                .isEqualTo("hello world");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n\r\n", "\r\n", ""})
    void trailersBecomeHeadersHoweverTheyEnd(String end) throws Exception {
        String content = decode("B\r\nhello world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==" + end);

        assertThat(content).isEqualTo("hello world");
        assertThat(headers).containsEntry("x-amz-checksum-crc32", List.of("DUoRhQ=="));
    }

    @Test
    void theFramingIsNotPartOfTheEncoding() throws Exception {
        headers.put("content-encoding", List.of("gzip, aws-chunked"));
        decode("B\r\nhello world\r\n0\r\n\r\n");
        assertThat(headers).containsEntry("content-encoding", List.of("gzip"));

        headers.put("content-encoding", List.of("aws-chunked"));
        decode("B\r\nhello world\r\n0\r\n\r\n");
        assertThat(headers).doesNotContainKey("content-encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5\r\nhello\r\n0\r\n\r\n", "B\r\nhello", "C\r\nhello world!\r\n0\r\n\r\n"})
    void aBodyOfAnotherLengthIsIncomplete(String body) {
        assertThatThrownBy(() -> decode(body))
                .isInstanceOfSatisfying(
                        AwsError.class, e -> assertThat(e.code()).isEqualTo("IncompleteBody"));
    }

    @Test
    void garbageIsRefused() {
        assertThatThrownBy(() -> decode("hello world"))
                .isInstanceOfSatisfying(
                        AwsError.class, e -> assertThat(e.code()).isEqualTo("InvalidRequest"));
    }

    @Test
    void theLengthMustBeDeclared() {
        headers.remove("x-amz-decoded-content-length");
        assertThatThrownBy(() -> decode("0\r\n\r\n"))
                .isInstanceOfSatisfying(
                        AwsError.class, e -> assertThat(e.status()).isEqualTo(411));
    }
}
