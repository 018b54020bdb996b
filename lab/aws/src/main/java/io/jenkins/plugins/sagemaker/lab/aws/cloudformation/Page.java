package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryForm;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/**
 * A part of a long answer.
 *
 * @param items of this page
 * @param nextToken how to ask for the next one, or null
 */
record Page<T>(List<T> items, String nextToken) {

    /** How many items CloudFormation puts into one answer. */
    static final int SIZE = 100;

    /** The page that a request's NextToken asks for; the first without one. */
    static <T> Page<T> of(QueryForm form, List<T> all) throws AwsError {
        int from = position(form.text("NextToken"), 0, all.size());
        int to = Math.min(from + SIZE, all.size());
        return new Page<>(List.copyOf(all.subList(from, to)), to < all.size() ? token(to) : null);
    }

    /**
     * The same from the end of a list that grows there: the newest items first, and none twice or left out when items are added between two
     * requests.
     */
    static <T> Page<T> newestFirst(QueryForm form, List<T> all) throws AwsError {
        int to = position(form.text("NextToken"), all.size(), all.size());
        int from = Math.max(0, to - SIZE);
        List<T> items = new ArrayList<>(all.subList(from, to));
        Collections.reverse(items);
        return new Page<>(items, from > 0 ? token(from) : null);
    }

    private static String token(int position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("at:" + position).getBytes(StandardCharsets.UTF_8));
    }

    private static int position(String token, int first, int size) throws AwsError {
        if (token == null || token.isEmpty()) {
            return first;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            int position = Integer.parseInt(text.substring("at:".length()));
            if (text.startsWith("at:") && position >= 0 && position <= size) {
                return position;
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw invalidToken();
        }
        throw invalidToken();
    }

    private static AwsError invalidToken() {
        return QueryForm.invalid("The specified NextToken is not valid.");
    }
}
