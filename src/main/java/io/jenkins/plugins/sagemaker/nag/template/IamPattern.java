package io.jenkins.plugins.sagemaker.nag.template;

/** An action or ARN with stars and question marks, as IAM matches it. */
final class IamPattern {
    private IamPattern() {}

    /** Whether the pattern covers the text; a star covers any number of characters. Linear but for backtracking to the last star. */
    static boolean covers(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        return isAnything(pattern.substring(p)) || p == pattern.length();
    }

    /** Stars alone. */
    static boolean isAnything(String pattern) {
        return !pattern.isEmpty() && pattern.chars().allMatch(c -> c == '*');
    }
}
