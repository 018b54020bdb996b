package io.jenkins.plugins.sagemaker.lab.aws.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a bucket's listing: entries and common prefixes, which count alike against the page's size.
 *
 * @param <T> objects or versions
 * @param last the last key or common prefix of the page, from which the next one goes on
 */
record Listing<T>(List<T> entries, List<String> commonPrefixes, boolean truncated, String last) {

    /**
     * Lists the first of some entries.
     *
     * @param rest in S3's order, none before the prefix
     * @param delimiter what ends a common prefix; empty for none
     * @param after common prefix that the page before has shown; empty for none
     * @param max how many entries
     */
    static <T> Listing<T> of(
            Iterable<T> rest, Function<T, String> keys, String prefix, String delimiter, String after, int max) {
        List<T> entries = new ArrayList<>();
        List<String> prefixes = new ArrayList<>();
        String last = "";
        for (T entry : rest) {
            String key = keys.apply(entry);
            if (!key.startsWith(prefix)) {
                break;
            }
            String common = commonPrefix(key, prefix, delimiter);
            if (common != null && (common.equals(last) || common.equals(after))) {
                continue;
            }
            if (entries.size() + prefixes.size() >= max) {
                return new Listing<>(entries, prefixes, max > 0, last);
            }
            if (common == null) {
                entries.add(entry);
                last = key;
            } else {
                prefixes.add(common);
                last = common;
            }
        }
        return new Listing<>(entries, prefixes, false, last);
    }

    private static String commonPrefix(String key, String prefix, String delimiter) {
        int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
        return end < 0 ? null : key.substring(0, end + delimiter.length());
    }
}
