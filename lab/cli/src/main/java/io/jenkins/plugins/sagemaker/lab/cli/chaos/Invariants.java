package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.SynchronousResumeNotSupportedException;

/** What must hold after each run, whatever has gone wrong in it. */
final class Invariants {

    /** Why Jenkins itself does not go on with a build; anything else is not its own doing. */
    private static final List<String> JENKINS_OWN = List.of(
            "Cannot resume build because it was not cleanly saved when Jenkins shut down.",
            "Cannot resume build because its program was never saved.");

    private final Observation calm;
    private final Observation seen;
    private final boolean racy;
    private final List<String> violations = new ArrayList<>();

    private Invariants(Scenario scenario, Observation calm, Observation seen) {
        this.racy = scenario.racy();
        this.calm = calm;
        this.seen = seen;
    }

    /**
     * Judges a run.
     *
     * @param calm the same pipeline when nothing goes wrong
     * @return a sentence for each thing that is not as it must be
     */
    static List<String> violatedBy(Scenario scenario, Observation calm, Observation seen) {
        var invariants = new Invariants(scenario, calm, seen);
        invariants.itEnds();
        invariants.nothingIsDoneTwice();
        invariants.nothingIsLeft();
        invariants.violations.addAll(StepLogs.violations(seen, invariants.isAsCalm()));
        invariants.violations.addAll(BudgetCheck.violations(seen.lives()));
        seen.complaints().forEach(said -> invariants.violations.add("a defect was reported: " + said));
        return invariants.violations;
    }

    private boolean isLost() {
        return seen.notResumed() instanceof SynchronousResumeNotSupportedException
                || seen.notResumed() != null
                        && JENKINS_OWN.contains(seen.notResumed().getMessage());
    }

    /** Whether Jenkins forgot the build in a crash before it had begun: then nothing was done at all. */
    private boolean isUnborn() {
        return seen.struck().stream().anyMatch(s -> s.blow().isCrash())
                && seen.lives().stream().allMatch(List::isEmpty);
    }

    /** Whether the build must have done all that it does when nothing goes wrong. */
    private boolean isAsCalm() {
        return !isLost()
                && !seen.hung()
                && !seen.stopped()
                && !racy
                && calm.result().equals(seen.result());
    }

    private void itEnds() {
        if (seen.stuck() != null) {
            violations.add(seen.stuck());
            return;
        }
        if (seen.notResumed() != null && !isLost()) {
            violations.add("the build could not go on after a restart: " + seen.notResumed());
        }
        if (seen.result() == null && isUnborn()) {
            return;
        }
        Set<String> expected = expected();
        if (!expected.contains(seen.result())) {
            violations.add("the build has ended " + seen.result() + ", not " + String.join(" or ", expected));
        }
    }

    private Set<String> expected() {
        Set<String> expected = new HashSet<>();
        if (isLost()) {
            expected.add("FAILURE");
        }
        if (seen.stopped() || seen.hung()) {
            expected.add("ABORTED");
        }
        if (expected.isEmpty() || seen.unheard()) {
            expected.add(calm.result());
        }
        return expected;
    }

    private void nothingIsDoneTwice() {
        once("training jobs were created", seen.jobs().size(), calm.jobs().size());
        once(
                "training jobs were created by calls",
                seen.effects("CreateTrainingJob"),
                calm.effects("CreateTrainingJob"));
        once(
                "tuning jobs were created",
                seen.effects("CreateHyperParameterTuningJob"),
                calm.effects("CreateHyperParameterTuningJob"));
        once("times a stack was changed", seen.changes(), calm.changes());
        if (seen.effects("StopTrainingJob") > seen.jobs().size()) {
            violations.add("training jobs were stopped " + seen.effects("StopTrainingJob") + " times");
        }
        for (Observation.Stack stack : seen.stacks()) {
            if (stack.deletions() > 1) {
                violations.add("stack " + stack.name() + " was deleted " + stack.deletions() + " times");
            }
        }
    }

    private void once(String what, long times, long wanted) {
        if (times > wanted || isAsCalm() && times < wanted) {
            violations.add(times + " " + what + ", not " + wanted);
        }
    }

    private void nothingIsLeft() {
        seen.running().forEach(what -> violations.add("left behind: " + what));
        for (Observation.Stack stack : seen.stacks()) {
            if (stack.status().endsWith("_IN_PROGRESS")) {
                violations.add("left behind: stack " + stack.name() + " is " + stack.status());
            }
            if (!stack.unused().isEmpty()) {
                violations.add("left behind: a change set of stack " + stack.name());
            }
        }
        if (!seen.journals().isEmpty()) {
            violations.add("left behind: " + seen.journals().size() + " journals");
        }
    }
}
