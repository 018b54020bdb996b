package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;
import org.junit.jupiter.api.Test;

/** An operation that breaks one of the rules is found out; one that keeps them is not. */
class InvariantsTest {

    @Test
    void anOperationThatKeepsAllRulesViolatesNothing() throws Exception {
        assertThat(violations("NONE")).isEmpty();
    }

    @Test
    void aJobWhoseNameIsNotWrittenAheadIsCreatedTwice() throws Exception {
        assertThat(violations("NOT_WRITTEN_AHEAD")).contains("2 training jobs were created, not 1");
    }

    @Test
    void aJobThatIsNotLookedForFailsTheBuild() throws Exception {
        assertThat(violations("NOT_LOOKED_FOR")).contains("the build has ended FAILURE, not SUCCESS");
    }

    @Test
    void aStopThatIsNotPassedOnLeavesTheJobRunning() throws Exception {
        assertThat(violations("NOT_STOPPED")).anyMatch(v -> v.matches("left behind: training job .* is InProgress"));
    }

    /** Of runs that crash before and after each creation of a job, and of one that is stopped. */
    private static List<String> violations(String flaw) throws Exception {
        var scenario = new Scenario(flaw, "carelessTraining flaw: '" + flaw + "'\n", false);
        Observation calm = Trial.play(Plan.calm(scenario));
        assertThat(calm.result()).isEqualTo("SUCCESS");
        List<String> violations = new ArrayList<>(Invariants.violatedBy(scenario, calm, calm));
        var creation = new Site("sagemaker.CreateTrainingJob", 1);
        for (Blow blow : List.of(Blow.CRASH_BEFORE, Blow.CRASH_AFTER, Blow.LOST_RESPONSE, Blow.ABORT)) {
            var site = blow == Blow.ABORT ? new Site("sagemaker.DescribeTrainingJob", 2) : creation;
            var plan = new Plan(
                    1,
                    scenario,
                    FlowDurabilityHint.MAX_SURVIVABILITY,
                    List.of(new Strike(blow, site, 1)),
                    Duration.ofSeconds(30));
            violations.addAll(Invariants.violatedBy(scenario, calm, Trial.play(plan)));
        }
        return violations;
    }
}
