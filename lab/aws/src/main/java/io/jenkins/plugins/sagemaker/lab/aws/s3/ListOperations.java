package io.jenkins.plugins.sagemaker.lab.aws.s3;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The listings of a bucket's objects: the old form, the new one, and that of versions. */
final class ListOperations {

    private final BucketOperations buckets;

    ListOperations(BucketOperations buckets) {
        this.buckets = buckets;
    }

    Reply version1(S3Request request) throws AwsError {
        String marker = request.parameter("marker", "");
        var page = new ListPage(buckets.find(request), request);
        Listing<S3Object> listing = page.objects(marker);
        return page.answer("ListBucketResult", listing, xml -> {
            xml.element("Marker", page.encoded(marker));
            if (listing.truncated() && page.hasDelimiter()) {
                xml.element("NextMarker", page.encoded(listing.last()));
            }
            listing.entries()
                    .forEach(object -> xml.nested("Contents", c -> {
                        page.object(c, object);
                        S3Reply.owner(c, "Owner", page.bucket().account());
                    }));
        });
    }

    Reply version2(S3Request request) throws AwsError {
        String token = request.parameter("continuation-token");
        String startAfter = request.parameter("start-after");
        var page = new ListPage(buckets.find(request), request);
        Listing<S3Object> listing =
                page.objects(token == null ? (startAfter == null ? "" : startAfter) : decode(token));
        boolean owner = "true".equals(request.parameter("fetch-owner"));
        return page.answer("ListBucketResult", listing, xml -> {
            xml.element("StartAfter", startAfter == null ? null : page.encoded(startAfter))
                    .element("ContinuationToken", token)
                    .element("NextContinuationToken", listing.truncated() ? encode(listing.last()) : null)
                    .element(
                            "KeyCount",
                            listing.entries().size() + listing.commonPrefixes().size());
            listing.entries()
                    .forEach(object -> xml.nested("Contents", c -> {
                        page.object(c, object);
                        if (owner) {
                            S3Reply.owner(c, "Owner", page.bucket().account());
                        }
                    }));
        });
    }

    Reply versions(S3Request request) throws AwsError {
        String marker = request.parameter("key-marker", "");
        String idMarker = request.parameter("version-id-marker", "");
        var page = new ListPage(buckets.find(request), request);
        List<ObjectVersion> all = page.bucket().versions().list();
        // Behind the version that the page before ended with, or behind all of its key.
        int seen = 0;
        for (int i = 0; i < all.size(); i++) {
            ObjectVersion version = all.get(i);
            int order = KeyOrder.UTF_8.compare(version.key(), marker);
            boolean shown = order < 0
                    || (order == 0 && (idMarker.isEmpty() || version.id().equals(idMarker)));
            if (!marker.isEmpty() && shown || !page.isBehindPrefix(version.key())) {
                seen = i + 1;
            }
        }
        Listing<ObjectVersion> listing = page.list(all.subList(seen, all.size()), ObjectVersion::key, marker);
        return page.answer("ListVersionsResult", listing, xml -> {
            xml.element("KeyMarker", page.encoded(marker)).element("VersionIdMarker", idMarker);
            if (listing.truncated()) {
                xml.element("NextKeyMarker", page.encoded(listing.last()))
                        .element("NextVersionIdMarker", lastId(listing));
            }
            for (ObjectVersion version : listing.entries()) {
                xml.nested(version.isDeleteMarker() ? "DeleteMarker" : "Version", v -> {
                    v.element("VersionId", version.id())
                            .element("IsLatest", page.bucket().versions().isNewest(version));
                    if (version.isDeleteMarker()) {
                        v.element("Key", page.encoded(version.key()))
                                .element("LastModified", S3Reply.xmlDate(version.since()));
                    } else {
                        page.object(v, version.object());
                    }
                    S3Reply.owner(v, "Owner", page.bucket().account());
                });
            }
        });
    }

    /** The id that tells where the next page begins; null if this one ends with a common prefix. */
    private static String lastId(Listing<ObjectVersion> listing) {
        List<ObjectVersion> versions = listing.entries();
        ObjectVersion last = versions.isEmpty() ? null : versions.get(versions.size() - 1);
        return last == null || !last.key().equals(listing.last()) ? null : last.id();
    }

    private static String encode(String last) {
        return Base64.getUrlEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) throws AwsError {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw S3Errors.invalidArgument("continuation-token", token, "The continuation token provided is incorrect");
        }
    }
}
