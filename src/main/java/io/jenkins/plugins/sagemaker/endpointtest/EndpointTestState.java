package io.jenkins.plugins.sagemaker.endpointtest;

import java.io.Serializable;
import java.util.List;

/**
 * Where a test of an endpoint stands.
 *
 * @param cursor how many cases, items or requests of this phase are through
 * @param pending items before the cursor that have had no answer yet
 * @param attempts how often in a row the endpoint had no answer
 * @param fingerprint of the data set, which must stay as it is while the test runs
 * @param items how many items the data set has
 * @param cases results of the cases so far
 * @param measured everything else so far; null before anything is
 */
record EndpointTestState(
        Phase phase,
        int cursor,
        List<Integer> pending,
        int attempts,
        String fingerprint,
        int items,
        List<CaseResult> cases,
        Measurements measured)
        implements Serializable {

    /** What is being done. */
    enum Phase {
        CHECK("checking the cases and the data set"),
        CASES("trying the cases"),
        DATA("asking for the labelled data"),
        WARM_UP("warming up"),
        LOAD("running the load"),
        REPORT("writing the report");

        private final String words;

        Phase(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * A case that is through.
     *
     * @param complaint what is wrong, as a clause; empty if nothing is
     */
    record CaseResult(String name, long micros, String complaint) implements Serializable {}

    EndpointTestState {
        pending = List.copyOf(pending);
        cases = List.copyOf(cases);
    }

    static EndpointTestState first() {
        return new EndpointTestState(Phase.CHECK, 0, List.of(), 0, "", 0, List.of(), null);
    }

    EndpointTestState checked(String dataFingerprint, int dataItems, QualityTally quality) {
        return new EndpointTestState(
                Phase.CASES, 0, List.of(), 0, dataFingerprint, dataItems, cases, new Measurements(quality));
    }

    EndpointTestState to(Phase next) {
        return new EndpointTestState(next, 0, List.of(), 0, fingerprint, items, cases, measured);
    }

    EndpointTestState afterCases(int through, int tries, List<CaseResult> results, Measurements now) {
        return new EndpointTestState(phase, through, pending, tries, fingerprint, items, results, now);
    }

    EndpointTestState afterItems(int through, List<Integer> unanswered, int tries, Measurements now) {
        return new EndpointTestState(phase, through, unanswered, tries, fingerprint, items, cases, now);
    }

    EndpointTestState afterRequests(int through, Measurements now) {
        return new EndpointTestState(phase, through, pending, attempts, fingerprint, items, cases, now);
    }
}
