package io.jenkins.plugins.sagemaker.lab.aws.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.sagemaker.lab.aws.RawClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectAttributes;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.Tag;

class ObjectsTest extends S3TestBase {

    private String text(String key) {
        return s3.getObjectAsBytes(r -> r.bucket("bucket").key(key)).asUtf8String();
    }

    @Test
    void anObjectComesBackWithAllThatWasSaidAboutIt() {
        s3.putObject(
                r -> r.bucket("bucket")
                        .key("key")
                        .contentType("text/csv")
                        .cacheControl("no-cache")
                        .contentEncoding("gzip")
                        .metadata(Map.of("build", "7", "Commit", "abc"))
                        .tagging("a=1&b=x%20y"),
                RequestBody.fromString("content"));

        var head = s3.headObject(r -> r.bucket("bucket").key("key"));

        assertThat(head.contentLength()).isEqualTo(7);
        assertThat(head.contentType()).isEqualTo("text/csv");
        assertThat(head.cacheControl()).isEqualTo("no-cache");
        assertThat(head.contentEncoding()).isEqualTo("gzip");
        assertThat(head.metadata()).isEqualTo(Map.of("build", "7", "commit", "abc"));
        assertThat(head.eTag()).isEqualTo("\"9a0364b9e99bb480dd25e1f0284c8555\"");
        assertThat(head.lastModified()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(text("key")).isEqualTo("content");
        assertThat(s3.getObjectTagging(r -> r.bucket("bucket").key("key")).tagSet())
                .extracting(Tag::key, Tag::value)
                .containsExactlyInAnyOrder(tuple("a", "1"), tuple("b", "x y"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b/c", "/leading", "a b+c%2F", "ümläut/日本", "a//b", "end/", "quote\"&<>'", "?#[]"})
    void anyKeyWorks(String key) {
        put(key, "content of " + key);

        assertThat(text(key)).isEqualTo("content of " + key);
        assertThat(aws.objects().get("bucket", key)).isPresent();
        assertThat(s3.listObjectsV2(r -> r.bucket("bucket")).contents())
                .extracting(S3Object::key)
                .containsExactly(key);
        s3.deleteObject(r -> r.bucket("bucket").key(key));
        assertThat(aws.objects().get("bucket", key)).isEmpty();
    }

    @Test
    void emptyAndLargeObjectsWork() {
        byte[] large = new byte[3_000_000];
        new Random(1).nextBytes(large);
        put("empty", "");
        s3.putObject(r -> r.bucket("bucket").key("large"), RequestBody.fromBytes(large));

        assertThat(text("empty")).isEmpty();
        assertThat(s3.getObjectAsBytes(r -> r.bucket("bucket").key("large")).asByteArray())
                .isEqualTo(large);
    }

    @Test
    void whatIsNotThereIsToldAsS3TellsIt() {
        assertThatThrownBy(() -> text("absent"))
                .isInstanceOf(NoSuchKeyException.class)
                .satisfies(error(404, "NoSuchKey"));
        assertThatThrownBy(() -> s3.headObject(r -> r.bucket("bucket").key("absent")))
                .isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> s3.getObjectAsBytes(r -> r.bucket("absent").key("key")))
                .satisfies(error(404, "NoSuchBucket"));
        s3.deleteObject(r -> r.bucket("bucket").key("absent"));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-2, 012, bytes 0-2/10",
        "bytes=7-, 789, bytes 7-9/10",
        "bytes=-2, 89, bytes 8-9/10",
        "bytes=8-100, 89, bytes 8-9/10",
        "bytes=-100, 0123456789, bytes 0-9/10"
    })
    void aRangeIsAPartOfTheObject(String range, String content, String contentRange) {
        put("key", "0123456789");

        var answer = s3.getObjectAsBytes(r -> r.bucket("bucket").key("key").range(range));

        assertThat(answer.asUtf8String()).isEqualTo(content);
        assertThat(answer.response().contentRange()).isEqualTo(contentRange);
        assertThat(answer.response().sdkHttpResponse().statusCode()).isEqualTo(206);
    }

    @Test
    void aRangeBehindTheEndIsRefusedAndANonsensicalOneIgnored() {
        put("key", "0123456789");

        assertThatThrownBy(() -> s3.getObject(r -> r.bucket("bucket").key("key").range("bytes=10-")))
                .satisfies(error(416, "InvalidRange"));
        assertThat(s3.getObjectAsBytes(r -> r.bucket("bucket").key("key").range("bytes=5-2"))
                        .asUtf8String())
                .isEqualTo("0123456789");
    }

    @Test
    void readsCanDependOnTheObject() {
        put("key", "content");
        String etag = s3.headObject(r -> r.bucket("bucket").key("key")).eTag();
        Instant modified = timeline.now();

        assertThatThrownBy(() -> s3.getObject(r -> r.bucket("bucket").key("key").ifNoneMatch(etag)))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(304));
        assertThatThrownBy(() -> s3.getObject(r -> r.bucket("bucket").key("key").ifModifiedSince(modified)))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(304));
        assertThatThrownBy(() -> s3.getObject(r -> r.bucket("bucket").key("key").ifMatch("\"other\"")))
                .satisfies(error(412, "PreconditionFailed"));
        assertThatThrownBy(() ->
                        s3.getObject(r -> r.bucket("bucket").key("key").ifUnmodifiedSince(modified.minusSeconds(1))))
                .satisfies(error(412, "PreconditionFailed"));
        assertThat(s3.getObjectAsBytes(r -> r.bucket("bucket").key("key").ifMatch(etag))
                        .asUtf8String())
                .isEqualTo("content");
    }

    @Test
    void writesCanDependOnWhatIsThere() {
        RequestBody body = RequestBody.fromString("new");
        s3.putObject(r -> r.bucket("bucket").key("key").ifNoneMatch("*"), body);
        assertThatThrownBy(() -> s3.putObject(r -> r.bucket("bucket").key("key").ifNoneMatch("*"), body))
                .satisfies(error(412, "PreconditionFailed"));
        assertThatThrownBy(() -> s3.putObject(r -> r.bucket("bucket").key("key").ifMatch("\"other\""), body))
                .satisfies(error(412, "PreconditionFailed"));
        assertThatThrownBy(
                        () -> s3.putObject(r -> r.bucket("bucket").key("none").ifMatch("\"other\""), body))
                .satisfies(error(404, "NoSuchKey"));
    }

    @Test
    void aCopyKeepsOrReplacesMetadata() {
        s3.putObject(
                r -> r.bucket("bucket")
                        .key("a b")
                        .metadata(Map.of("build", "7"))
                        .contentType("text/plain"),
                RequestBody.fromString("content"));
        timeline.advance(Duration.ofSeconds(5));

        var copy = s3.copyObject(r -> r.sourceBucket("bucket")
                .sourceKey("a b")
                .destinationBucket("bucket")
                .destinationKey("kept"));
        s3.copyObject(r -> r.sourceBucket("bucket")
                .sourceKey("a b")
                .destinationBucket("bucket")
                .destinationKey("replaced")
                .metadataDirective(MetadataDirective.REPLACE)
                .metadata(Map.of("build", "8")));

        assertThat(copy.copyObjectResult().lastModified()).isEqualTo(Instant.parse("2026-01-01T00:00:05Z"));
        assertThat(s3.headObject(r -> r.bucket("bucket").key("kept")).metadata())
                .containsEntry("build", "7");
        assertThat(s3.headObject(r -> r.bucket("bucket").key("kept")).contentType())
                .isEqualTo("text/plain");
        assertThat(s3.headObject(r -> r.bucket("bucket").key("replaced")).metadata())
                .containsEntry("build", "8");
        assertThat(text("replaced")).isEqualTo("content");
        assertThatThrownBy(() -> s3.copyObject(r -> r.sourceBucket("bucket")
                        .sourceKey("kept")
                        .destinationBucket("bucket")
                        .destinationKey("kept")))
                .satisfies(error(400, "InvalidRequest"));
        assertThatThrownBy(() -> s3.copyObject(r -> r.sourceBucket("bucket")
                        .sourceKey("absent")
                        .destinationBucket("bucket")
                        .destinationKey("kept")))
                .satisfies(error(404, "NoSuchKey"));
    }

    @Test
    void manyObjectsAreDeletedAtOnce() {
        put("a", "1");
        put("b&<", "2");
        put("c", "3");

        var answer = s3.deleteObjects(r -> r.bucket("bucket")
                .delete(d -> d.objects(
                        ObjectIdentifier.builder().key("a").build(),
                        ObjectIdentifier.builder().key("b&<").build(),
                        ObjectIdentifier.builder().key("absent").build())));

        assertThat(answer.deleted()).extracting(d -> d.key()).containsExactly("a", "b&<", "absent");
        assertThat(aws.objects().list("bucket", "")).extracting(o -> o.key()).containsExactly("c");
    }

    @Test
    void tagsCanBeChangedAndTaken() {
        put("key", "content");
        s3.putObjectTagging(r -> r.bucket("bucket")
                .key("key")
                .tagging(t -> t.tagSet(Tag.builder().key("k").value("v").build())));
        assertThat(s3.headObject(r -> r.bucket("bucket").key("key")).tagCount()).isOne();

        s3.deleteObjectTagging(r -> r.bucket("bucket").key("key"));

        assertThat(s3.getObjectTagging(r -> r.bucket("bucket").key("key")).tagSet())
                .isEmpty();
    }

    @Test
    void attributesCanBeAskedAlone() {
        put("key", "content");

        var attributes = s3.getObjectAttributes(r -> r.bucket("bucket")
                .key("key")
                .objectAttributes(ObjectAttributes.E_TAG, ObjectAttributes.OBJECT_SIZE, ObjectAttributes.CHECKSUM));

        assertThat(attributes.objectSize()).isEqualTo(7);
        assertThat(attributes.eTag()).isEqualTo("9a0364b9e99bb480dd25e1f0284c8555");
        assertThat(attributes.checksum().checksumCRC32()).isNotEmpty();
        assertThat(attributes.storageClass()).isNull();
    }

    @Test
    void limitsOfS3Hold() {
        assertThatThrownBy(() -> put("k".repeat(1025), "")).satisfies(error(400, "KeyTooLongError"));
        assertThatThrownBy(() -> s3.putObject(
                        r -> r.bucket("bucket").key("key").metadata(Map.of("large", "x".repeat(2048))),
                        RequestBody.empty()))
                .satisfies(error(400, "MetadataTooLarge"));
    }

    @Test
    void documentTypesAreNotRead() throws Exception {
        var answer = raw.send(
                "POST",
                "/bucket?delete",
                "<!DOCTYPE x [<!ENTITY e \"key\">]><Delete><Object><Key>&e;</Key></Object></Delete>".getBytes(UTF_8),
                "Authorization",
                RawClient.scope("s3"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("MalformedXML");
    }

    @Test
    void servicesSeeTheSameObjects() {
        put("in/b", "1");
        aws.objects().put("bucket", "in/a", "2".getBytes(UTF_8), Map.of("from", "service"));

        assertThat(aws.objects().list("bucket", "in/")).extracting(o -> o.key()).containsExactly("in/a", "in/b");
        assertThat(s3.headObject(r -> r.bucket("bucket").key("in/a")).metadata())
                .containsEntry("from", "service");
        assertThat(aws.objects().list("absent", "")).isEmpty();
        assertThat(aws.objects().get("absent", "key")).isEmpty();
        assertThatThrownBy(() -> aws.objects().put("absent", "key", new byte[0], Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no bucket 'absent'.");
    }
}
