package io.jenkins.plugins.sagemaker.lab.aws;

import io.jenkins.plugins.sagemaker.lab.aws.Service.Protocol;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Faults that strike by chance. One number is drawn for each request, so the probabilities are exact and at most one
 * fault strikes. The number depends on the seed, the operation and how often that operation was called, not on how
 * threads interleave: the third {@code DescribeTrainingJob} of a run meets the same fate each time.
 */
final class RandomFaults implements FaultRule {

    /** The kinds, by their names in a specification, in the order in which they share the drawn number. */
    static final Map<String, Function<Protocol, Fault>> KINDS = kinds();

    private final Map<String, Double> probabilities;
    private final long seed;
    private final Map<String, AtomicLong> calls = new ConcurrentHashMap<>();

    RandomFaults(Map<String, Double> probabilities, long seed) {
        this.probabilities = Map.copyOf(probabilities);
        this.seed = seed;
        double sum =
                probabilities.values().stream().mapToDouble(Double::doubleValue).sum();
        if (sum > 1 + 1e-9) {
            throw new IllegalArgumentException("The probabilities of " + probabilities.keySet() + " add up to " + sum
                    + "; they share one draw, so at most 1.");
        }
    }

    @Override
    public Optional<Fault> strike(Target target) {
        double drawn = draw(target.service() + "/" + target.operation());
        for (var kind : KINDS.entrySet()) {
            double probability = probabilities.getOrDefault(kind.getKey(), 0.0);
            if (drawn < probability) {
                return Optional.of(kind.getValue().apply(target.protocol()));
            }
            drawn -= probability;
        }
        return Optional.empty();
    }

    private double draw(String operation) {
        long call = calls.computeIfAbsent(operation, o -> new AtomicLong()).getAndIncrement();
        // An odd factor keeps the sequences of two operations apart; SplittableRandom mixes the rest.
        return new SplittableRandom((seed * 31 + operation.hashCode()) * 0x9E3779B97F4A7C15L + call).nextDouble();
    }

    private static Map<String, Function<Protocol, Fault>> kinds() {
        Map<String, Function<Protocol, Fault>> kinds = new LinkedHashMap<>();
        kinds.put("throttle", protocol -> Fault.answer("throttle", CommonErrors.throttled(protocol)));
        kinds.put("error500", protocol -> Fault.answer("error500", CommonErrors.internal(protocol)));
        kinds.put("expired", protocol -> Fault.answer("expired", CommonErrors.expired(protocol)));
        kinds.put("dropBefore", protocol -> Fault.dropBefore());
        kinds.put("dropAfter", protocol -> Fault.dropAfter());
        return kinds;
    }
}
