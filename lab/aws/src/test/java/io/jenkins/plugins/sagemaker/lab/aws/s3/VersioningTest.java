package io.jenkins.plugins.sagemaker.lab.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

class VersioningTest extends S3TestBase {

    private void set(BucketVersioningStatus status) {
        s3.putBucketVersioning(r -> r.bucket("bucket").versioningConfiguration(v -> v.status(status)));
    }

    private String version(String key, String content) {
        return s3.putObject(r -> r.bucket("bucket").key(key), RequestBody.fromString(content))
                .versionId();
    }

    private String read(String key, String version) {
        return s3.getObjectAsBytes(r -> r.bucket("bucket").key(key).versionId(version))
                .asUtf8String();
    }

    @Test
    void withoutVersioningNothingIsSaidOfVersions() {
        assertThat(version("key", "content")).isNull();
        assertThat(s3.headObject(r -> r.bucket("bucket").key("key")).versionId())
                .isNull();
        assertThat(read("key", "null")).isEqualTo("content");
        assertThatThrownBy(() -> read("key", "other")).satisfies(error(404, "NoSuchVersion"));
        assertThat(s3.deleteObject(r -> r.bucket("bucket").key("key")).deleteMarker())
                .isNull();
        assertThat(s3.listObjectVersions(r -> r.bucket("bucket")).versions()).isEmpty();
    }

    @Test
    void whatIsOverwrittenOrDeletedCanStillBeRead() {
        put("key", "before");
        set(BucketVersioningStatus.ENABLED);
        String first = version("key", "first");
        String second = version("key", "second");
        DeleteObjectResponse deleted = s3.deleteObject(r -> r.bucket("bucket").key("key"));

        assertThat(deleted.deleteMarker()).isTrue();
        assertThatThrownBy(() -> s3.headObject(r -> r.bucket("bucket").key("key")))
                .hasMessageContaining("404");
        assertThatThrownBy(() -> read("key", deleted.versionId())).satisfies(error(405, "MethodNotAllowed"));
        assertThat(List.of(read("key", "null"), read("key", first), read("key", second)))
                .containsExactly("before", "first", "second");
        assertThat(s3.listObjectsV2(r -> r.bucket("bucket")).contents()).isEmpty();
        ListObjectVersionsResponse listed = s3.listObjectVersions(r -> r.bucket("bucket"));
        assertThat(listed.versions()).extracting(ObjectVersion::versionId).containsExactly(second, first, "null");
        assertThat(listed.versions()).extracting(ObjectVersion::isLatest).containsOnly(false);
        assertThat(listed.deleteMarkers())
                .extracting(DeleteMarkerEntry::versionId)
                .containsExactly(deleted.versionId());
    }

    @Test
    void deletingTheMarkerBringsTheObjectBack() {
        set(BucketVersioningStatus.ENABLED);
        String first = version("key", "first");
        String marker = s3.deleteObject(r -> r.bucket("bucket").key("key")).versionId();

        assertThat(s3.deleteObject(r -> r.bucket("bucket").key("key").versionId(marker))
                        .deleteMarker())
                .isTrue();

        assertThat(s3.getObject(r -> r.bucket("bucket").key("key")).response().versionId())
                .isEqualTo(first);
        s3.deleteObjects(r -> r.bucket("bucket")
                .delete(d -> d.objects(
                        ObjectIdentifier.builder().key("key").versionId(first).build())));
        assertThat(s3.listObjectVersions(r -> r.bucket("bucket")).versions()).isEmpty();
    }

    @Test
    void whileSuspendedTheNullVersionIsOverwritten() {
        set(BucketVersioningStatus.ENABLED);
        String kept = version("key", "kept");
        set(BucketVersioningStatus.SUSPENDED);

        assertThat(version("key", "lost")).isEqualTo("null");
        assertThat(version("key", "newest")).isEqualTo("null");

        assertThat(s3.listObjectVersions(r -> r.bucket("bucket")).versions())
                .extracting(ObjectVersion::versionId)
                .containsExactly("null", kept);
        assertThat(read("key", "null")).isEqualTo("newest");
    }

    @Test
    void aVersionCanBeCopied() {
        set(BucketVersioningStatus.ENABLED);
        String first = version("key", "first");
        version("key", "second");

        var copied = s3.copyObject(r -> r.sourceBucket("bucket")
                .sourceKey("key")
                .sourceVersionId(first)
                .destinationBucket("bucket")
                .destinationKey("copy"));

        assertThat(copied.copySourceVersionId()).isEqualTo(first);
        assertThat(read("copy", copied.versionId())).isEqualTo("first");
    }

    @Test
    void versionsAreListedPageByPage() {
        set(BucketVersioningStatus.ENABLED);
        List<String> written = new ArrayList<>();
        for (String key : List.of("a", "b/1", "b/2", "c")) {
            for (String content : List.of("old", "new")) {
                written.add(key + " " + version(key, content));
            }
        }

        List<String> listed = s3
                .listObjectVersionsPaginator(r -> r.bucket("bucket").maxKeys(3))
                .versions()
                .stream()
                .map(version -> version.key() + " " + version.versionId())
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(written);
        ListObjectVersionsResponse folders =
                s3.listObjectVersions(r -> r.bucket("bucket").delimiter("/"));
        assertThat(folders.versions()).extracting(ObjectVersion::key).containsExactly("a", "a", "c", "c");
        assertThat(folders.commonPrefixes())
                .singleElement()
                .satisfies(p -> assertThat(p.prefix()).isEqualTo("b/"));
        assertThat(s3.listObjectVersions(r -> r.bucket("bucket").prefix("b/")).versions())
                .hasSize(4);
    }

    @Test
    void aBucketWithOldVersionsIsNotEmpty() {
        set(BucketVersioningStatus.ENABLED);
        put("key", "content");
        s3.deleteObject(r -> r.bucket("bucket").key("key"));

        assertThatThrownBy(() -> s3.deleteBucket(r -> r.bucket("bucket")))
                .satisfies(error(409, "BucketNotEmpty"))
                .hasMessageContaining("You must delete all versions in the bucket.");
    }
}
