package io.jenkins.plugins.sagemaker.lab.aws.tuning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Anywhere, whatever has been tried. */
public record RandomSearch(SearchSpace space, RandomGenerator random) implements Search {

    @Override
    public Optional<Map<String, String>> next(List<Trial> tried) {
        return Optional.of(space.at(space.anywhere(random)));
    }
}
