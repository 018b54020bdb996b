package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;

/**
 * Decides what a run is, by its number and the seed alone. Runs come in blocks of {@value #BLOCK}, all of one pipeline: one block of the flow, one
 * of a generated pipeline, and so on. The runs of the flow go through all its crash points one after the other; every fourth run has
 * something else instead: an abort, a time-out, a restart.
 */
record Planner(long seed) {

    static final int BLOCK = 16;
    private static final FlowDurabilityHint[] LEVELS = {
        FlowDurabilityHint.PERFORMANCE_OPTIMIZED,
        FlowDurabilityHint.SURVIVABLE_NONATOMIC,
        FlowDurabilityHint.MAX_SURVIVABILITY
    };
    private static final Blow[] OTHERS = {Blow.ABORT, Blow.TIMEOUT, Blow.RESTART};
    private static final Blow[] FAULTS = {
        Blow.LOST_REQUEST, Blow.LOST_RESPONSE, Blow.THROTTLING, Blow.SERVER_ERROR, Blow.EXPIRED_CREDENTIALS
    };
    private static final Duration SHORT = Duration.ofSeconds(30);
    private static final int[] TIMES = {1, 1, 2, 3, 5, 9};

    static int block(int run) {
        return run / BLOCK;
    }

    static boolean isOfTheFlow(int run) {
        return block(run) % 2 == 0;
    }

    /** The pipeline of a block. */
    Scenario scenario(int block) {
        return block % 2 == 0 ? Generator.flow() : Generator.generated(mix(seed, block));
    }

    /** @param calm the pipeline of this run when nothing goes wrong */
    Plan plan(int run, Scenario scenario, Observation calm) {
        var random = new Random(mix(seed, run + 1_000_003L));
        int number = block(run) / 2 * BLOCK + run % BLOCK; // among the runs of its kind
        int crashes = number - number / 4; // before this one
        List<CrashPoint> points = CrashPoint.of(calm);
        List<Site> calls = calls(calm);
        FlowDurabilityHint level = LEVELS[(number + number / points.size()) % LEVELS.length];
        List<Strike> strikes = new ArrayList<>();
        Scenario played = scenario;
        if (number % 4 == 3) {
            Strike other = other(number / 4, calm);
            strikes.add(other);
            played = other.blow() == Blow.TIMEOUT ? within(scenario, calm, other.site()) : scenario;
            addCrash(strikes, 4, points, random);
        } else if (isOfTheFlow(run) && crashes < points.size()) {
            // The first time through, nothing that could keep the run from coming there.
            CrashPoint point = points.get((int) Math.floorMod(crashes + seed * 31, (long) points.size()));
            strikes.add(crash(point));
            List<CrashPoint> later = points.subList(points.indexOf(point) + 1, points.size());
            addCrash(strikes, 8, later, random);
            calls = later.stream()
                    .map(CrashPoint::site)
                    .filter(Site::isCall)
                    .distinct()
                    .toList();
            level = point.site().isOnlyIfDurable() && level == FlowDurabilityHint.PERFORMANCE_OPTIMIZED
                    ? LEVELS[1 + crashes % 2]
                    : level;
        } else {
            addCrash(strikes, 1, points, random);
            addCrash(strikes, 8, points, random);
        }
        addFaults(strikes, calls, random);
        return new Plan(
                mix(seed, run),
                played,
                level,
                strikes,
                Duration.ofSeconds(random.nextInt(4) == 0 ? 600 : random.nextInt(90)));
    }

    private Strike other(int number, Observation calm) {
        Blow wanted = OTHERS[number / LEVELS.length % OTHERS.length];
        // A time-out needs a pipeline that takes time.
        Blow other = wanted == Blow.TIMEOUT && calm.took().compareTo(SHORT) < 0 ? Blow.ABORT : wanted;
        List<Site> running = running(calm);
        return new Strike(other, running.get((int) Math.floorMod(number * 37L + seed, (long) running.size())), 1);
    }

    /** One in so many times. */
    private static void addCrash(List<Strike> strikes, int oneIn, List<CrashPoint> points, Random random) {
        if (random.nextInt(oneIn) == 0 && !points.isEmpty()) {
            strikes.add(crash(points.get(random.nextInt(points.size()))));
        }
    }

    private static List<Site> calls(Observation calm) {
        return calm.visited().keySet().stream().filter(Site::isCall).toList();
    }

    private static void addFaults(List<Strike> strikes, List<Site> calls, Random random) {
        for (int i = random.nextInt(3); i > 0 && !calls.isEmpty(); i--) {
            strikes.add(new Strike(
                    FAULTS[random.nextInt(FAULTS.length)],
                    calls.get(random.nextInt(calls.size())),
                    TIMES[random.nextInt(TIMES.length)]));
        }
        if (random.nextInt(10) == 0 && !calls.isEmpty()) {
            strikes.add(new Strike(Blow.PROPAGATION, calls.get(0), 1));
        }
    }

    private static Strike crash(CrashPoint point) {
        return new Strike(point.side(), point.site(), 1);
    }

    /** The moments at which the program runs and the build can be stopped. */
    private static List<Site> running(Observation calm) {
        List<Site> all = List.copyOf(calm.visited().keySet());
        return all.subList(all.indexOf(new Site("write program written", 1)), all.size() * 19 / 20);
    }

    /** A time-out around it all that passes at that moment of a calm run. */
    private static Scenario within(Scenario scenario, Observation calm, Site site) {
        Instant then = calm.visited().get(site);
        long seconds = Math.max(1, Duration.between(Trial.BEGIN, then).toSeconds() * 9 / 10);
        return new Scenario(
                scenario.name() + ", in a time-out",
                "timeout(time: " + seconds + ", unit: 'SECONDS') {\n" + scenario.script() + "}\n",
                scenario.racy());
    }

    private static long mix(long seed, long number) {
        return (seed * 0x9E3779B97F4A7C15L + number) * 0xBF58476D1CE4E5B9L ^ number;
    }
}
