package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Typed access to hyperparameters, which SageMaker passes as strings. Every read checks; the first bad value ends the
 * container with a {@code ClientError} that names the hyperparameter, its value and what is allowed.
 */
final class Hyperparameters {

    private final Map<String, String> values;

    Hyperparameters(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Refuses names that the algorithm does not know, as SageMaker's built-in ones do: a misspelt {@code epoch} would
     * otherwise silently train with the default. Names with a leading underscore are SageMaker's own (tuning jobs).
     */
    void allowOnly(Set<String> known) throws ContainerFailure {
        var unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(known);
        unknown.removeIf(name -> name.startsWith("_"));
        if (!unknown.isEmpty()) {
            throw ContainerFailure.client(
                    "Unknown hyperparameters " + unknown + "; this algorithm takes " + new TreeSet<>(known) + ".");
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String text(String name, String fallback) {
        return values.getOrDefault(name, fallback);
    }

    String choice(String name, String fallback, String... allowed) throws ContainerFailure {
        String value = values.getOrDefault(name, fallback);
        if (value == null) {
            throw missing(name);
        }
        List<String> choices = Arrays.asList(allowed);
        if (!choices.contains(value)) {
            throw bad(name, value, "one of " + choices);
        }
        return value;
    }

    int requiredInteger(String name, int min, int max) throws ContainerFailure {
        if (!values.containsKey(name)) {
            throw missing(name);
        }
        return integer(name, min, min, max);
    }

    int integer(String name, int fallback, int min, int max) throws ContainerFailure {
        String value = values.get(name);
        if (value == null) {
            return fallback;
        }
        String range =
                max == Integer.MAX_VALUE ? "an integer of at least " + min : "an integer from " + min + " to " + max;
        try {
            int number = Integer.parseInt(value.strip());
            if (number < min || number > max) {
                throw bad(name, value, range);
            }
            return number;
        } catch (NumberFormatException e) {
            throw bad(name, value, range);
        }
    }

    double real(String name, double fallback, double min, double max) throws ContainerFailure {
        String value = values.get(name);
        if (value == null) {
            return fallback;
        }
        String range = max == Double.MAX_VALUE ? "a number of at least " + min : "a number from " + min + " to " + max;
        try {
            double number = Double.parseDouble(value.strip());
            if (!(number >= min && number <= max)) {
                throw bad(name, value, range);
            }
            return number;
        } catch (NumberFormatException e) {
            throw bad(name, value, range);
        }
    }

    private static ContainerFailure missing(String name) {
        return ContainerFailure.client("The required hyperparameter '" + name + "' is missing.");
    }

    static ContainerFailure bad(String name, String value, String allowed) {
        return ContainerFailure.client(
                "Hyperparameter '" + name + "' is '" + value + "', but must be " + allowed + ".");
    }
}
