package io.jenkins.plugins.sagemaker.lab.aws.tuning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/** All dimensions together: a unit cube whose points are sets of hyperparameters. */
public record SearchSpace(List<Dimension> dimensions) {

    public SearchSpace {
        dimensions = List.copyOf(dimensions);
    }

    /** @param point one place for each dimension */
    Map<String, String> at(double[] point) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < point.length; i++) {
            values.put(dimensions.get(i).name(), dimensions.get(i).valueAt(point[i]));
        }
        return values;
    }

    /** Where a set of hyperparameters lies; empty if it lies outside or lacks one. */
    Optional<double[]> pointOf(Map<String, String> values) {
        var point = new double[dimensions.size()];
        for (int i = 0; i < point.length; i++) {
            Dimension dimension = dimensions.get(i);
            String value = values.get(dimension.name());
            OptionalDouble place = value == null ? OptionalDouble.empty() : dimension.placeOf(value);
            if (place.isEmpty()) {
                return Optional.empty();
            }
            point[i] = place.getAsDouble();
        }
        return Optional.of(point);
    }

    double[] anywhere(RandomGenerator random) {
        return random.doubles(dimensions.size()).toArray();
    }
}
