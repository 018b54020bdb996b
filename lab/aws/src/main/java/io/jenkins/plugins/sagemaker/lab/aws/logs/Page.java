package io.jenkins.plugins.sagemaker.lab.aws.logs;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.util.List;

/**
 * A part of a listing.
 *
 * @param items what is on the page
 * @param nextToken where the next one begins, or null if this is the last
 */
record Page<T>(List<T> items, String nextToken) {

    private static final int MAX_ITEMS = 50;

    static <T> Page<T> of(List<T> all, LogsRequest request) throws AwsError {
        int limit = request.number("limit", MAX_ITEMS, 1, MAX_ITEMS);
        String token = request.text("nextToken");
        int start = 0;
        if (token != null) {
            if (!token.matches("\\d{1,9}")) {
                throw LogsRequest.invalid("The nextToken is invalid.");
            }
            start = Math.min(Integer.parseInt(token), all.size());
        }
        int end = Math.min(start + limit, all.size());
        return new Page<>(all.subList(start, end), end < all.size() ? Integer.toString(end) : null);
    }
}
