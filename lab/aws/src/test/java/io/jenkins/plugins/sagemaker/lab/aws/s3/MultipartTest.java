package io.jenkins.plugins.sagemaker.lab.aws.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Part;

class MultipartTest extends S3TestBase {

    private static final int FIVE_MIB = 5 << 20;

    private final byte[] first = random(FIVE_MIB);
    private final byte[] second = random(1000);

    private static byte[] random(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private String start() {
        return s3.createMultipartUpload(r -> r.bucket("bucket")
                        .key("key")
                        .contentType("application/gzip")
                        .metadata(Map.of("build", "7"))
                        .checksumAlgorithm(ChecksumAlgorithm.CRC32))
                .uploadId();
    }

    private CompletedPart upload(String id, int number, byte[] content) {
        var part = s3.uploadPart(
                r -> r.bucket("bucket")
                        .key("key")
                        .uploadId(id)
                        .partNumber(number)
                        .checksumAlgorithm(ChecksumAlgorithm.CRC32),
                RequestBody.fromBytes(content));
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(part.eTag())
                .checksumCRC32(part.checksumCRC32())
                .build();
    }

    private CompleteMultipartUploadResponse complete(String id, CompletedPart... parts) {
        return s3.completeMultipartUpload(
                r -> r.bucket("bucket").key("key").uploadId(id).multipartUpload(m -> m.parts(parts)));
    }

    @Test
    void partsBecomeOneObject() {
        String id = start();
        CompletedPart two = upload(id, 2, second);
        CompletedPart one = upload(id, 1, first);
        assertThat(aws.objects().get("bucket", "key")).isEmpty();

        var done = complete(id, one, two);

        assertThat(done.eTag()).matches("\"[0-9a-f]{32}-2\"");
        assertThat(done.checksumCRC32()).endsWith("-2");
        var object = s3.getObjectAsBytes(r -> r.bucket("bucket").key("key").checksumMode(ChecksumMode.ENABLED));
        assertThat(object.asByteArray())
                .hasSize(FIVE_MIB + 1000)
                .startsWith(first)
                .endsWith(second);
        assertThat(object.response().metadata()).containsEntry("build", "7");
        assertThat(object.response().contentType()).isEqualTo("application/gzip");
        assertThat(object.response().checksumType()).isEqualTo(ChecksumType.COMPOSITE);
        var part = s3.getObjectAsBytes(r -> r.bucket("bucket").key("key").partNumber(2));
        assertThat(part.asByteArray()).isEqualTo(second);
        assertThat(part.response().partsCount()).isEqualTo(2);
    }

    @Test
    void aCompletionCanBeRepeated() {
        String id = start();
        CompletedPart one = upload(id, 1, second);

        assertThat(complete(id, one).eTag()).isEqualTo(complete(id, one).eTag());
    }

    @Test
    void uploadsAndPartsCanBeListed() {
        String id = start();
        upload(id, 1, second);
        upload(id, 3, second);

        assertThat(s3.listMultipartUploads(r -> r.bucket("bucket")).uploads())
                .singleElement()
                .satisfies(upload ->
                        assertThat(upload.key() + " " + upload.uploadId()).isEqualTo("key " + id));
        assertThat(s3.listParts(r -> r.bucket("bucket").key("key").uploadId(id)).parts())
                .extracting(Part::partNumber)
                .containsExactly(1, 3);
        var page = s3.listParts(r -> r.bucket("bucket").key("key").uploadId(id).maxParts(1));
        assertThat(page.isTruncated()).isTrue();
        assertThat(page.nextPartNumberMarker()).isEqualTo(1);
    }

    @Test
    void anAbortedUploadIsGone() {
        String id = start();
        CompletedPart one = upload(id, 1, second);

        s3.abortMultipartUpload(r -> r.bucket("bucket").key("key").uploadId(id));

        assertThatThrownBy(() -> complete(id, one)).satisfies(error(404, "NoSuchUpload"));
        assertThatThrownBy(() -> upload(id, 2, second)).satisfies(error(404, "NoSuchUpload"));
    }

    @Test
    void wrongCompletionsAreRefused() {
        String id = start();
        CompletedPart small = upload(id, 1, second);
        CompletedPart last = upload(id, 2, first);

        assertThatThrownBy(() -> complete(id, small, last)).satisfies(error(400, "EntityTooSmall"));
        assertThatThrownBy(() -> complete(id, last, small)).satisfies(error(400, "InvalidPartOrder"));
        assertThatThrownBy(() -> complete(id, small.toBuilder().eTag("\"0\"").build()))
                .satisfies(error(400, "InvalidPart"));
        assertThatThrownBy(() -> complete(id)).satisfies(error(400, "MalformedXML"));
    }

    @Test
    void aPartCanBeCopied() {
        put("source", "0123456789");
        String id = start();

        var copy = s3.uploadPartCopy(r -> r.sourceBucket("bucket")
                .sourceKey("source")
                .copySourceRange("bytes=2-4")
                .destinationBucket("bucket")
                .destinationKey("key")
                .uploadId(id)
                .partNumber(1));
        complete(
                id,
                CompletedPart.builder()
                        .partNumber(1)
                        .eTag(copy.copyPartResult().eTag())
                        .build());

        assertThat(s3.getObjectAsBytes(r -> r.bucket("bucket").key("key")).asUtf8String())
                .isEqualTo("234");
    }

    @Test
    void aChecksumOfTheWholeCanBeAskedFor() {
        String id = s3.createMultipartUpload(r -> r.bucket("bucket")
                        .key("key")
                        .checksumAlgorithm(ChecksumAlgorithm.CRC32)
                        .checksumType(ChecksumType.FULL_OBJECT))
                .uploadId();
        CompletedPart one = upload(id, 1, "123456789".getBytes(US_ASCII));

        var done = complete(id, one);

        // The published check value of CRC-32 is CBF43926.
        assertThat(done.checksumCRC32()).isEqualTo("y/Q5Jg==");
        assertThat(done.checksumType()).isEqualTo(ChecksumType.FULL_OBJECT);
    }
}
