package io.jenkins.plugins.sagemaker.lab.aws;

import java.util.Comparator;
import java.util.Map;

/**
 * Numbers for the subjects of a fault. A subject that ends with {@code *} stands for all names that begin so, and the
 * empty one for all names; the longest that fits counts.
 */
record Subjects(Map<String, Double> numbers) {

    Subjects {
        numbers = Map.copyOf(numbers);
    }

    /** The number for this name, or null if the fault does not concern it. */
    Double of(String name) {
        return numbers.keySet().stream()
                .filter(subject -> fits(subject, name))
                .max(Comparator.comparingInt(String::length))
                .map(numbers::get)
                .orElse(null);
    }

    private static boolean fits(String subject, String name) {
        return subject.isEmpty()
                || subject.equals(name)
                || subject.endsWith("*") && name.startsWith(subject.substring(0, subject.length() - 1));
    }
}
