package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All runs in short.
 *
 * @param ofTheFlow how many runs played the flow; the others played {@code pipelines} generated ones
 * @param crashPoints of the flow
 * @param visited how many of them
 * @param notVisited the others
 * @param struck how often what went wrong
 * @param results how builds have ended
 * @param notResumed builds that Jenkins itself did not go on with after a crash
 * @param hung builds that Jenkins left waiting for nothing after a crash
 * @param unborn builds that Jenkins forgot in a crash before they had begun
 * @param violations what was not as it must be
 */
record Summary(
        long seed,
        int runs,
        int ofTheFlow,
        int pipelines,
        double seconds,
        int crashPoints,
        int visited,
        List<String> notVisited,
        Map<String, Integer> struck,
        Map<String, Integer> durability,
        Map<String, Integer> results,
        int notResumed,
        int hung,
        int unborn,
        long requests,
        long virtualHours,
        List<Violation> violations) {

    private static final int MOST_SHOWN = 10;

    /** @param replay the command that plays this one run again */
    record Violation(int run, String pipeline, String durability, List<String> planned, String what, String replay) {}

    static Summary of(long seed, Collection<RunReport> runs, List<String> points, double seconds) {
        Set<String> visited = new HashSet<>();
        Map<String, Integer> struck = new TreeMap<>();
        Map<String, Integer> durability = new TreeMap<>();
        Map<String, Integer> results = new TreeMap<>();
        List<Violation> violations = new ArrayList<>();
        for (RunReport run : runs) {
            visited.addAll(run.visited());
            run.struck().forEach(what -> struck.merge(what, 1, Integer::sum));
            durability.merge(run.durability(), 1, Integer::sum);
            results.merge(run.result().isEmpty() ? "none" : run.result(), 1, Integer::sum);
            run.violations().forEach(what -> violations.add(violation(seed, run, what)));
        }
        violations.sort(Comparator.comparing(Violation::run));
        List<String> notVisited =
                points.stream().filter(point -> !visited.contains(point)).toList();
        return new Summary(
                seed,
                runs.size(),
                (int) runs.stream().filter(RunReport::flow).count(),
                (int) runs.stream()
                        .filter(run -> !run.flow())
                        .map(run -> Planner.block(run.run()))
                        .distinct()
                        .count(),
                seconds,
                points.size(),
                points.size() - notVisited.size(),
                notVisited,
                struck,
                durability,
                results,
                (int) runs.stream().filter(run -> !run.notResumed().isEmpty()).count(),
                (int) runs.stream().filter(RunReport::hung).count(),
                results.getOrDefault("none", 0),
                runs.stream().mapToLong(RunReport::requests).sum(),
                runs.stream().mapToLong(RunReport::seconds).sum() / 3600,
                violations);
    }

    private static Violation violation(long seed, RunReport run, String what) {
        return new Violation(
                run.run(),
                run.pipeline(),
                run.durability(),
                run.planned(),
                what,
                "lab/run chaos --seed " + seed + " --run " + run.run());
    }

    /** For people. */
    String text() {
        var text = new StringBuilder();
        text.append(String.format(
                "%d runs with seed %d in %.0f s (%d hours on the virtual clock, %d requests): %d of the flow, %d of %d generated pipelines.%n",
                runs, seed, seconds, virtualHours, requests, ofTheFlow, runs - ofTheFlow, pipelines));
        text.append(String.format("Crash points of the flow: %d of %d visited.%n", visited, crashPoints));
        if (!notVisited.isEmpty()) {
            text.append("  not visited: ")
                    .append(String.join(", ", notVisited.subList(0, Math.min(MOST_SHOWN, notVisited.size()))))
                    .append(notVisited.size() > MOST_SHOWN ? ", and others (-o json has all)\n" : "\n");
        }
        text.append("What went wrong: ").append(counts(struck)).append(".\n");
        text.append("Durability: ").append(counts(durability)).append(".\n");
        text.append("Builds ended: ").append(counts(results)).append(".\n");
        text.append(String.format(
                "Jenkins itself: did not resume %d, left %d waiting for nothing, forgot %d that had not begun.%n",
                notResumed, hung, unborn));
        violations.forEach(v -> text.append(String.format(
                "VIOLATION in run %d (%s, %s): %s%n  planned: %s%n  again: %s%n",
                v.run(), v.pipeline(), v.durability(), v.what(), String.join("; ", v.planned()), v.replay())));
        return text.append(String.format("Violated invariants: %d.%n", violations.size()))
                .toString();
    }

    private static String counts(Map<String, Integer> counts) {
        return String.join(
                ", ",
                counts.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .toList());
    }
}
