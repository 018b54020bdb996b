package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import java.util.regex.Pattern;
import org.apache.tools.ant.types.selectors.SelectorUtils;

/** The comparators of {@code when}. */
final class NamePattern {

    private NamePattern() {}

    /** Whether a branch or tag is meant; never where there is no such name. */
    static boolean matches(String name, String pattern, String comparator) {
        if (name == null) {
            return false;
        }
        return switch (comparator == null ? "GLOB" : comparator) {
            case "GLOB" -> SelectorUtils.matchPath(pattern.replace('\\', '/'), name.replace('\\', '/'), false);
            case "REGEXP" -> Pattern.matches(pattern, name);
            case "EQUALS" -> name.equals(pattern);
            default ->
                throw new IllegalArgumentException(
                        "there is no comparator " + comparator + "; use GLOB, REGEXP or EQUALS");
        };
    }
}
