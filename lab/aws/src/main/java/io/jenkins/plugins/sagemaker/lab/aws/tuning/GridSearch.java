package io.jenkins.plugins.sagemaker.lab.aws.tuning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every combination once; the last hyperparameter changes fastest. */
public final class GridSearch implements Search {

    /** More combinations than anybody could try. */
    private static final long COUNTLESS = 1_000_000_000;

    private final List<Categories> choices;
    private long next;

    /** @param space of which only the choices are looked at */
    public GridSearch(SearchSpace space) {
        this.choices = space.dimensions().stream()
                .filter(Categories.class::isInstance)
                .map(Categories.class::cast)
                .toList();
    }

    /** How many combinations there are; not counted any further than a billion. */
    public long size() {
        return choices.stream().mapToLong(c -> c.values().size()).reduce(1, (a, b) -> Math.min(COUNTLESS, a * b));
    }

    @Override
    public Optional<Map<String, String>> next(List<Trial> tried) {
        if (next >= size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        long rest = next++;
        long below = size();
        for (Categories choice : choices) {
            below /= choice.values().size();
            values.put(choice.name(), choice.values().get((int) (rest / below)));
            rest %= below;
        }
        return Optional.of(values);
    }
}
