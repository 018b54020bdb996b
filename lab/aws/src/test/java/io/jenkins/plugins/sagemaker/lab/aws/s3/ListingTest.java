package io.jenkins.plugins.sagemaker.lab.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.sagemaker.lab.aws.RawClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Object;

class ListingTest extends S3TestBase {

    private void fill(String... keys) {
        for (String key : keys) {
            aws.objects().put("bucket", key, new byte[1], Map.of());
        }
    }

    private static List<String> entries(ListObjectsV2Response page) {
        List<String> entries = new ArrayList<>();
        page.contents().stream().map(S3Object::key).forEach(entries::add);
        page.commonPrefixes().stream().map(CommonPrefix::prefix).forEach(entries::add);
        return entries;
    }

    @Test
    void pagesFollowOneAnotherUntilTheEnd() {
        for (int i = 0; i < 2500; i++) {
            fill("key-%04d".formatted(i));
        }

        List<String> sizes = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (var page : s3.listObjectsV2Paginator(r -> r.bucket("bucket"))) {
            sizes.add(page.keyCount() + " " + page.isTruncated());
            keys.addAll(entries(page));
        }

        assertThat(sizes).containsExactly("1000 true", "1000 true", "500 false");
        assertThat(keys).hasSize(2500).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aDelimiterFoldsWhatLiesBehindIt() {
        fill("a/1", "a/2", "b", "c/d/1", "c/e", "d");

        assertThat(entries(s3.listObjectsV2(r -> r.bucket("bucket").delimiter("/"))))
                .containsExactly("b", "d", "a/", "c/");
        assertThat(entries(
                        s3.listObjectsV2(r -> r.bucket("bucket").delimiter("/").prefix("c/"))))
                .containsExactly("c/e", "c/d/");
        assertThat(entries(s3.listObjectsV2(r -> r.bucket("bucket").prefix("c"))))
                .containsExactly("c/d/1", "c/e");
    }

    @Test
    void commonPrefixesCountAsEntriesAndComeOnce() {
        fill("a/1", "a/2", "a/3", "b/1", "c");

        List<List<String>> pages = new ArrayList<>();
        s3.listObjectsV2Paginator(r -> r.bucket("bucket").delimiter("/").maxKeys(1))
                .forEach(page -> pages.add(entries(page)));

        assertThat(pages).containsExactly(List.of("a/"), List.of("b/"), List.of("c"));
    }

    @Test
    void aListingCanBeginInTheMiddle() {
        fill("a", "b", "c");

        assertThat(entries(s3.listObjectsV2(r -> r.bucket("bucket").startAfter("a"))))
                .containsExactly("b", "c");
        assertThat(entries(s3.listObjectsV2(r -> r.bucket("bucket").startAfter("bb"))))
                .containsExactly("c");
        assertThat(entries(s3.listObjectsV2(r -> r.bucket("bucket").maxKeys(0))))
                .isEmpty();
        assertThat(s3.listObjectsV2(r -> r.bucket("bucket").maxKeys(0)).isTruncated())
                .isFalse();
    }

    @Test
    void theOldFormHasMarkers() {
        fill("a/1", "b", "c");

        ListObjectsResponse first =
                s3.listObjects(r -> r.bucket("bucket").delimiter("/").maxKeys(2));
        ListObjectsResponse second =
                s3.listObjects(r -> r.bucket("bucket").delimiter("/").marker(first.nextMarker()));

        assertThat(first.isTruncated()).isTrue();
        assertThat(first.nextMarker()).isEqualTo("b");
        assertThat(first.commonPrefixes()).extracting(CommonPrefix::prefix).containsExactly("a/");
        assertThat(second.contents()).extracting(S3Object::key).containsExactly("c");
        assertThat(second.isTruncated()).isFalse();
    }

    @Test
    void everyObjectHasOneVersion() {
        fill("a", "b");

        assertThat(s3.listObjectVersions(r -> r.bucket("bucket")).versions())
                .extracting(ObjectVersion::key, ObjectVersion::versionId, ObjectVersion::isLatest)
                .containsExactly(tuple("a", "null", true), tuple("b", "null", true));
    }

    @Test
    void keysCanBeUrlEncoded() throws Exception {
        fill("a b/ü+\u0001");

        var answer = raw.send(
                "GET", "/bucket?list-type=2&encoding-type=url", new byte[0], "Authorization", RawClient.scope("s3"));

        assertThat(answer.body()).contains("<EncodingType>url</EncodingType>", "<Key>a+b/%C3%BC%2B%01</Key>");
    }

    @Test
    void wrongParametersAreRefused() {
        assertThatThrownBy(() -> s3.listObjectsV2(r -> r.bucket("bucket").maxKeys(-1)))
                .satisfies(error(400, "InvalidArgument"));
        assertThatThrownBy(() -> s3.listObjectsV2(r -> r.bucket("bucket").continuationToken("%")))
                .satisfies(error(400, "InvalidArgument"));
    }

    @Test
    void theOrderIsThatOfTheBytes() {
        // U+FF5E is one char and three bytes, U+1F600 two chars and four bytes.
        fill("\uD83D\uDE00", "\uFF5E", "a", "Z", "ab");

        assertThat(aws.objects().list("bucket", ""))
                .extracting(o -> o.key())
                .containsExactly("Z", "a", "ab", "\uFF5E", "\uD83D\uDE00");
    }
}
