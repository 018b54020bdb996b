package io.jenkins.plugins.sagemaker.lab.aws.tuning;

import java.util.List;
import java.util.OptionalDouble;

/** A choice of values without an order; each has an equal share of the unit interval. */
public record Categories(String name, List<String> values) implements Dimension {

    public Categories {
        values = List.copyOf(values);
    }

    @Override
    public String valueAt(double place) {
        return values.get(Math.min(values.size() - 1, (int) (place * values.size())));
    }

    @Override
    public OptionalDouble placeOf(String value) {
        int index = values.indexOf(value);
        return index < 0 ? OptionalDouble.empty() : OptionalDouble.of((index + 0.5) / values.size());
    }
}
