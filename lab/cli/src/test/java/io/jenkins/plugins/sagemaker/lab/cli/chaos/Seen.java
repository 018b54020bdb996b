package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Observations of runs that never were. */
final class Seen {

    private Seen() {}

    /** A run that took ten minutes. */
    static Observation visited(Map<Site, Instant> moments) {
        return observation(moments, List.of(), Map.of());
    }

    static Observation log(List<Observation.Job> jobs, Map<String, List<String>> steps) {
        return observation(Map.of(), jobs, steps);
    }

    private static Observation observation(
            Map<Site, Instant> moments, List<Observation.Job> jobs, Map<String, List<String>> steps) {
        return new Observation(
                "SUCCESS",
                null,
                null,
                false,
                false,
                false,
                moments,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                steps,
                jobs,
                List.of(),
                List.of(),
                Duration.ofMinutes(10));
    }
}
