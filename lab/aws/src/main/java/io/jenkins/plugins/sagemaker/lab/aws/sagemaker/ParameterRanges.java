package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.Categories;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.Dimension;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.NumberRange;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.NumberRange.Scaling;
import io.jenkins.plugins.sagemaker.lab.aws.tuning.SearchSpace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ranges of a tuning job: what they must be like, and the space that they span. */
final class ParameterRanges {

    /** The quota "Number of hyperparameters that can be searched". */
    private static final int MOST = 30;

    private final List<Dimension> dimensions = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    private ParameterRanges() {}

    /** @param ranges missing if there are none */
    static SearchSpace parse(JsonNode ranges) throws AwsError {
        var parsed = new ParameterRanges();
        for (JsonNode range : ranges.path("ContinuousParameterRanges")) {
            parsed.add(number(range, false));
        }
        for (JsonNode range : ranges.path("IntegerParameterRanges")) {
            parsed.add(number(range, true));
        }
        for (JsonNode range : ranges.path("CategoricalParameterRanges")) {
            parsed.add(categories(range));
        }
        for (JsonNode auto : ranges.path("AutoParameters")) {
            parsed.add(around(auto));
        }
        if (parsed.dimensions.size() > MOST) {
            throw AwsError.validation("At most " + MOST + " hyperparameters can be tuned, but there are ranges for "
                    + parsed.dimensions.size() + ".");
        }
        return new SearchSpace(parsed.dimensions);
    }

    private void add(Dimension dimension) throws AwsError {
        if (!names.add(dimension.name())) {
            throw AwsError.validation("The hyperparameter '" + dimension.name() + "' has more than one range.");
        }
        dimensions.add(dimension);
    }

    private static Dimension number(JsonNode range, boolean whole) throws AwsError {
        String name = range.get("Name").asText();
        double min = number(name, range.get("MinValue").asText(), whole);
        double max = number(name, range.get("MaxValue").asText(), whole);
        if (min > max) {
            throw AwsError.validation("The range of hyperparameter '" + name + "' is invalid: MinValue "
                    + range.get("MinValue").asText() + " is greater than MaxValue "
                    + range.get("MaxValue").asText() + ".");
        }
        Scaling scaling =
                switch (range.path("ScalingType").asText("Auto")) {
                    case "Linear" -> Scaling.LINEAR;
                    case "Logarithmic" -> Scaling.LOGARITHMIC;
                    case "ReverseLogarithmic" -> Scaling.REVERSE_LOGARITHMIC;
                    default -> NumberRange.suitable(min, max);
                };
        if (scaling == Scaling.LOGARITHMIC && min <= 0) {
            throw AwsError.validation(
                    "Logarithmic scaling of hyperparameter '" + name + "' needs a range of values greater than 0.");
        }
        if (scaling == Scaling.REVERSE_LOGARITHMIC && (whole || min < 0 || max >= 1)) {
            throw AwsError.validation("ReverseLogarithmic scaling of hyperparameter '" + name
                    + "' needs a continuous range within 0 <= x < 1.0.");
        }
        return new NumberRange(name, min, max, scaling, whole);
    }

    private static double number(String name, String text, boolean whole) throws AwsError {
        try {
            return whole ? Long.parseLong(text) : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw AwsError.validation("The range of hyperparameter '" + name + "' is invalid: '" + text + "' is not "
                    + (whole ? "an integer." : "a number."));
        }
    }

    private static Dimension categories(JsonNode range) {
        Set<String> values = new LinkedHashSet<>();
        range.get("Values").forEach(value -> values.add(value.asText()));
        return new Categories(range.get("Name").asText(), List.copyOf(values));
    }

    /** Which range Autotune takes is not public. Here: a quarter to four times a whole number, a tenth to ten times another one. */
    private static Dimension around(JsonNode auto) {
        String name = auto.get("Name").asText();
        String hint = auto.get("ValueHint").asText();
        try {
            double value = Double.parseDouble(hint);
            boolean whole = hint.matches("-?[0-9]+");
            if (value > 0) {
                double factor = whole ? 4 : 10;
                return new NumberRange(
                        name,
                        whole ? Math.max(1, Math.rint(value / factor)) : value / factor,
                        value * factor,
                        Scaling.LOGARITHMIC,
                        whole);
            }
            double spread = Math.max(1, Math.abs(value));
            return new NumberRange(name, value - spread, value + spread, Scaling.LINEAR, whole);
        } catch (NumberFormatException e) {
            return new Categories(name, List.of(hint));
        }
    }
}
