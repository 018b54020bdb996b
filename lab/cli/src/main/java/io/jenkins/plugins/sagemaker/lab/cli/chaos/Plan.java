package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import java.time.Duration;
import java.util.List;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;

/**
 * One run: a pipeline, and what goes wrong.
 *
 * @param seed of all that varies by chance within it
 * @param downtime how long a controller that has crashed or is restarted stays down
 */
record Plan(long seed, Scenario scenario, FlowDurabilityHint durability, List<Strike> strikes, Duration downtime) {

    /** Nothing goes wrong. */
    static Plan calm(Scenario scenario) {
        return new Plan(0, scenario, FlowDurabilityHint.MAX_SURVIVABILITY, List.of(), Duration.ZERO);
    }
}
