package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final int RUNS = 2000;

    private final Planner planner = new Planner(1);
    private final Scenario flow = Generator.flow();
    private final Observation calm = calm();

    @Test
    void theSameNumberAndSeedPlanTheSame() {
        assertThat(planner.plan(5, flow, calm)).isEqualTo(new Planner(1).plan(5, flow, calm));
        assertThat(planner.plan(5, flow, calm)).isNotEqualTo(new Planner(2).plan(5, flow, calm));
    }

    @Test
    void theRunsOfTheFlowGoThroughAllItsCrashPoints() {
        Set<CrashPoint> planned = new HashSet<>();
        plans().stream()
                .flatMap(plan -> plan.strikes().stream())
                .filter(strike -> strike.blow().isCrash())
                .forEach(strike -> planned.add(new CrashPoint(strike.site(), strike.blow())));

        assertThat(planned).containsExactlyInAnyOrderElementsOf(CrashPoint.of(calm));
    }

    @Test
    void everythingGoesWrongInEachDurabilityLevel() {
        for (FlowDurabilityHint level : List.of(
                FlowDurabilityHint.PERFORMANCE_OPTIMIZED,
                FlowDurabilityHint.SURVIVABLE_NONATOMIC,
                FlowDurabilityHint.MAX_SURVIVABILITY)) {
            assertThat(plans())
                    .filteredOn(plan -> plan.durability() == level)
                    .flatExtracting(Plan::strikes)
                    .extracting(Strike::blow)
                    .contains(Blow.values());
        }
    }

    private List<Plan> plans() {
        List<Plan> plans = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            if (Planner.isOfTheFlow(run)) {
                plans.add(planner.plan(run, flow, calm));
            }
        }
        return plans;
    }

    /** With as many crash points as there can be runs for. */
    private static Observation calm() {
        Map<Site, Instant> visited = new LinkedHashMap<>();
        for (int i = 1; i <= 185; i++) {
            visited.put(new Site("write log", i), Trial.BEGIN.plusSeconds(i));
            visited.put(new Site("sagemaker.DescribeTrainingJob", i), Trial.BEGIN.plusSeconds(i));
            visited.put(new Site("write program written", i), Trial.BEGIN.plusSeconds(i));
        }
        return Seen.visited(visited);
    }
}
