package io.jenkins.plugins.sagemaker.nag.rules;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A resource type in which a star stands for any text, as in {@code AWS::SageMaker::*}. */
final class TypePattern {
    private TypePattern() {}

    static boolean covers(String pattern, String type) {
        return compile(pattern).matcher(type).matches();
    }

    private static Pattern compile(String pattern) {
        return Pattern.compile(
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
