package io.jenkins.plugins.sagemaker.lab.aws.logs;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * CloudWatch Logs' filter patterns for plain text: terms that must all be there, {@code "phrases"}, {@code -term} that
 * must not, {@code ?term} of which one must, {@code %regular expression%}. Patterns for JSON and for columns are
 * refused.
 */
final class FilterPattern {

    private static final Pattern TERM =
            Pattern.compile("([-?]?)(?:\"((?:[^\"\\\\]|\\\\.)*)\"|%([^%]+)%|([^\\s\"]+))\\s*");

    private final List<Predicate<String>> all = new ArrayList<>();
    private final List<Predicate<String>> any = new ArrayList<>();

    static FilterPattern parse(String pattern) throws AwsError {
        var parsed = new FilterPattern();
        String text = pattern == null ? "" : pattern.strip();
        if (text.startsWith("{") || text.startsWith("[")) {
            throw LogsRequest.invalid(
                    "JSON and column filter patterns are not there locally; use terms, phrases or %expressions%.");
        }
        var matcher = TERM.matcher(text);
        while (matcher.lookingAt()) {
            Predicate<String> term = term(matcher.group(2), matcher.group(3), matcher.group(4));
            switch (matcher.group(1)) {
                case "-" -> parsed.all.add(term.negate());
                case "?" -> parsed.any.add(term);
                default -> parsed.all.add(term);
            }
            matcher.region(matcher.end(), text.length());
        }
        if (matcher.regionStart() < text.length()) {
            throw LogsRequest.invalid(
                    "The filter pattern cannot be read from '" + text.substring(matcher.regionStart()) + "' on.");
        }
        return parsed;
    }

    boolean matches(String message) {
        return all.stream().allMatch(term -> term.test(message))
                && (any.isEmpty() || any.stream().anyMatch(term -> term.test(message)));
    }

    private static Predicate<String> term(String phrase, String expression, String word) throws AwsError {
        if (expression != null) {
            try {
                return Pattern.compile(expression).asPredicate();
            } catch (PatternSyntaxException e) {
                throw LogsRequest.invalid("The filter pattern's regular expression is wrong: " + e.getDescription());
            }
        }
        String wanted = phrase == null ? word : phrase.replaceAll("\\\\(.)", "$1");
        return message -> message.contains(wanted);
    }
}
