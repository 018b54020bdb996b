package io.jenkins.plugins.sagemaker.lab.aws.s3;

import java.util.ArrayList;
import java.util.List;

/**
 * One page of a bucket's listing: objects and common prefixes, which count alike against the page's size.
 *
 * @param last the last key or common prefix of the page, from which the next one goes on
 */
record Listing(List<S3Object> objects, List<String> commonPrefixes, boolean truncated, String last) {

    /**
     * Lists what comes behind a key.
     *
     * @param delimiter what ends a common prefix; empty for none
     * @param after key or common prefix behind which the page begins; empty for the first page
     * @param max how many entries
     */
    static Listing of(Bucket bucket, String prefix, String delimiter, String after, int max) {
        List<S3Object> objects = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        String last = "";
        boolean behindPrefix = KeyOrder.UTF_8.compare(after, prefix) >= 0 && !after.isEmpty();
        var rest = behindPrefix
                ? bucket.objects().tailMap(after, false)
                : bucket.objects().tailMap(prefix, true);
        for (S3Object object : rest.values()) {
            if (!object.key().startsWith(prefix)) {
                break;
            }
            String common = commonPrefix(object.key(), prefix, delimiter);
            if (common != null && (common.equals(last) || common.equals(after))) {
                continue;
            }
            if (objects.size() + prefixes.size() >= max) {
                return new Listing(objects, prefixes, max > 0, last);
            }
            if (common == null) {
                objects.add(object);
                last = object.key();
            } else {
                prefixes.add(common);
                last = common;
            }
        }
        return new Listing(objects, prefixes, false, last);
    }

    private static String commonPrefix(String key, String prefix, String delimiter) {
        int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
        return end < 0 ? null : key.substring(0, end + delimiter.length());
    }
}
