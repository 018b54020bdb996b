package io.jenkins.plugins.sagemaker.tuning;

import io.jenkins.plugins.sagemaker.training.RequestDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ranges of a tuning request, and what SageMaker's documentation asks of them. */
record Ranges(List<Range> all) {

    private static final List<String> KINDS = List.of(
            "ContinuousParameterRanges", "IntegerParameterRanges", "CategoricalParameterRanges", "AutoParameters");

    /** The quota of hyperparameters that can be searched, docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-limits.html. */
    private static final int MOST = 30;

    /** @param kind the list that it is in */
    record Range(String kind, String name, Map<?, ?> document) {

        boolean isCategorical() {
            return kind.equals("CategoricalParameterRanges");
        }

        int choices() {
            return document.get("Values") instanceof List<?> values ? values.size() : 1;
        }

        /** What is wrong with a range of numbers. */
        Optional<String> problem() {
            boolean whole = kind.equals("IntegerParameterRanges");
            if (!whole && !kind.equals("ContinuousParameterRanges")) {
                return Optional.empty();
            }
            BigDecimal min = number("MinValue");
            BigDecimal max = number("MaxValue");
            if (min == null || max == null) {
                return Optional.of("must have numbers as minValue and maxValue.");
            }
            String scaling = String.valueOf(document.get("ScalingType"));
            if (whole
                    && (min.stripTrailingZeros().scale() > 0
                            || max.stripTrailingZeros().scale() > 0)) {
                return Optional.of("must have whole numbers as minValue and maxValue.");
            }
            if (min.compareTo(max) > 0) {
                return Optional.of("has a minValue of " + min + ", which is more than its maxValue of " + max + ".");
            }
            if (scaling.equals("Logarithmic") && min.signum() <= 0) {
                return Optional.of("cannot be Logarithmic, as its minValue is " + min + ": that must be above 0.");
            }
            if (scaling.equals("ReverseLogarithmic")
                    && (whole || min.signum() < 0 || max.compareTo(BigDecimal.ONE) >= 0)) {
                return Optional.of("cannot be ReverseLogarithmic: that is for continuous values from 0 to below 1.");
            }
            return Optional.empty();
        }

        private BigDecimal number(String member) {
            String text = String.valueOf(document.get(member));
            return text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?") ? new BigDecimal(text) : null;
        }
    }

    static Ranges of(RequestDocument request) {
        List<Range> all = new ArrayList<>();
        for (String kind : KINDS) {
            if (request.get("HyperParameterTuningJobConfig.ParameterRanges." + kind) instanceof List<?> list) {
                for (Object one : list) {
                    if (one instanceof Map<?, ?> range && range.get("Name") != null) {
                        all.add(new Range(kind, range.get("Name").toString(), range));
                    }
                }
            }
        }
        return new Ranges(all);
    }

    /** How many combinations of choices there are, as far as it is counted: a billion are too many anyway. */
    long combinations() {
        return all.stream().mapToLong(Range::choices).reduce(1, (a, b) -> Math.min(1_000_000_000, a * b));
    }

    /** @param fixed hyperparameters that are the same for all training jobs */
    List<String> problems(Set<?> fixed) {
        List<String> problems = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Range range : all) {
            range.problem().ifPresent(problem -> problems.add("The range of " + range.name() + " " + problem));
            if (!seen.add(range.name())) {
                problems.add("There are two ranges of " + range.name() + ": give one.");
            }
            if (fixed.contains(range.name())) {
                problems.add("The hyperparameter " + range.name()
                        + " has a range and a value: give it in parameterRanges or in hyperParameters.");
            }
        }
        if (all.size() > MOST) {
            problems.add(
                    "There are " + all.size() + " ranges, but at most " + MOST + " hyperparameters can be searched.");
        }
        return problems;
    }
}
