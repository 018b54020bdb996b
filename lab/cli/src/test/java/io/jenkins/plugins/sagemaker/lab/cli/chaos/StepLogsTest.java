package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepLogsTest {

    private static final Observation.Job JOB =
            new Observation.Job("job-1", "Completed", List.of("epoch 1", "epoch 2", "epoch 3"), false);

    @Test
    void eachLineOnceAndInOrderIsAsItMustBe() {
        assertThat(violations(true, "epoch 1", "epoch 2", "epoch 3")).isEmpty();
    }

    @Test
    void aLineThatIsThereTwiceIsFound() {
        assertThat(violations(true, "epoch 1", "epoch 2", "epoch 2", "epoch 3"))
                .containsExactly("a line of training job job-1 is there twice or too late: epoch 2");
    }

    @Test
    void aLineInTheWrongPlaceIsFound() {
        assertThat(violations(true, "epoch 2", "epoch 1", "epoch 3"))
                .containsExactly("a line of training job job-1 is there twice or too late: epoch 1");
    }

    @Test
    void aMissingLineIsFoundUnlessTheBuildWasStopped() {
        assertThat(violations(true, "epoch 1", "epoch 2"))
                .containsExactly("of training job job-1, 1 of 3 lines are missing");
        assertThat(violations(false, "epoch 1", "epoch 2")).isEmpty();
    }

    @Test
    void aLineOfTheStepItselfThatIsThereTwiceIsFound() {
        assertThat(violations(false, "job-1: Starting", "job-1: Starting"))
                .containsExactly("step 9 says twice: job-1: Starting");
    }

    @Test
    void whatIsTriedAgainMayBeSaidAgain() {
        assertThat(violations(false, "Trying again: throttled", "Trying again: throttled"))
                .isEmpty();
    }

    @Test
    void aJobThatNoStepShowsIsFound() {
        assertThat(StepLogs.violations(Seen.log(List.of(JOB), Map.of()), true))
                .containsExactly("no step shows training job job-1");
    }

    private static List<String> violations(boolean complete, String... lines) {
        List<String> log = new ArrayList<>();
        log.add("Training job job-1");
        log.addAll(Arrays.asList(lines));
        return StepLogs.violations(Seen.log(List.of(JOB), Map.of("9", log)), complete);
    }
}
