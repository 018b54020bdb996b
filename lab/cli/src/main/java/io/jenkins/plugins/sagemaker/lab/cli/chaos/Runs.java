package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Plays runs one after the other, each as its number and the seed say. */
final class Runs {

    private final Planner planner;
    private int block = -1;
    private Scenario scenario;
    private Observation calm;

    Runs(long seed) {
        planner = new Planner(seed);
    }

    /** All crash points of the flow. */
    static List<String> pointsOfTheFlow() throws IOException, InterruptedException {
        return CrashPoint.of(Trial.play(Plan.calm(Generator.flow()))).stream()
                .map(CrashPoint::toString)
                .toList();
    }

    /**
     * Plays one run; before the first one of a pipeline, the same without anything that goes wrong.
     *
     * @param run counted from 0
     */
    RunReport play(int run) throws IOException, InterruptedException {
        return play(run, seen -> {});
    }

    /** @param look is shown all that can be seen of the run */
    RunReport play(int run, Consumer<Observation> look) throws IOException, InterruptedException {
        if (Planner.block(run) != block) {
            block = Planner.block(run);
            scenario = planner.scenario(block);
            calm = Trial.play(Plan.calm(scenario));
        }
        Plan plan = planner.plan(run, scenario, calm);
        Observation seen = Trial.play(plan);
        look.accept(seen);
        return report(run, plan, calm, seen);
    }

    private static RunReport report(int run, Plan plan, Observation calm, Observation seen) {
        Stream<Strike> crashes = seen.struck().stream().filter(s -> s.blow().isCrash());
        return new RunReport(
                run,
                Planner.isOfTheFlow(run),
                plan.scenario().name(),
                plan.durability().name(),
                plan.strikes().stream().map(Strike::toString).toList(),
                struck(plan, seen),
                seen.result() == null ? "" : seen.result(),
                seen.notResumed() == null ? "" : seen.notResumed().getMessage(),
                seen.hung(),
                seen.lives().stream().mapToInt(List::size).sum(),
                seen.took().toSeconds(),
                Planner.isOfTheFlow(run)
                        ? crashes.map(s -> new CrashPoint(s.site(), s.blow()).toString())
                                .toList()
                        : List.of(),
                violations(run, plan, calm, seen));
    }

    /** A time-out is no moment that comes: it passes. */
    private static List<String> struck(Plan plan, Observation seen) {
        Stream<Blow> passed =
                plan.strikes().stream().map(Strike::blow).filter(blow -> blow == Blow.TIMEOUT && seen.stopped());
        return Stream.concat(seen.struck().stream().map(Strike::blow).filter(blow -> blow != Blow.TIMEOUT), passed)
                .map(Blow::toString)
                .toList();
    }

    private static List<String> violations(int run, Plan plan, Observation calm, Observation seen) {
        return Planner.isOfTheFlow(run) && !"SUCCESS".equals(calm.result())
                ? List.of("the flow has ended " + calm.result() + " although nothing went wrong")
                : Invariants.violatedBy(plan.scenario(), calm, seen);
    }
}
