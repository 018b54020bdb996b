package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.jenkins.plugins.sagemaker.aws.AwsAnswer;
import io.jenkins.plugins.sagemaker.operation.End;
import io.jenkins.plugins.sagemaker.training.TrainingPolicy.IfJobExists;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instance types that are tried one after the other. */
class FallbackTest {

    private static final String LARGE = "ml.p4d.24xlarge";
    private static final String SMALL = "ml.g5.12xlarge";
    private static final String SMALLEST = "ml.g4dn.xlarge";
    private static final String JOB = "digits-1";

    private final TrainingBuild build = build(0, LARGE, SMALL, SMALLEST);

    @Test
    void theFirstTypeIsTakenIfThereIsOne() {
        build.start();

        assertThat(build.result().instanceType()).isEqualTo(LARGE);
        assertThat(build.result().attempts()).containsExactly(new Attempt(JOB, LARGE, "Completed"));
    }

    @Test
    void aTypeWithoutQuotaIsLeftForTheNextOne() {
        noQuota(build, LARGE);
        build.start();

        TrainingResult result = build.result();

        assertThat(result.instanceType()).isEqualTo(SMALL);
        assertThat(result.trainingJobName()).isEqualTo("digits-1-2");
        assertThat(result.attempts())
                .extracting(Attempt::trainingJobName, Attempt::instanceType)
                .containsExactly(tuple(JOB, LARGE), tuple("digits-1-2", SMALL));
        assertThat(result.attempts().get(0).outcome()).contains("ResourceLimitExceeded");
        assertThat(build.log)
                .anyMatch(line -> line.startsWith("No capacity for training job digits-1 on ml.p4d.24xlarge: Could not")
                        && line.endsWith(". Trying digits-1-2 on ml.g5.12xlarge."))
                .anyMatch(line -> line.startsWith("  tried: digits-1 on ml.p4d.24xlarge: Could not"))
                .contains("  tried: digits-1-2 on ml.g5.12xlarge: Completed");
    }

    @Test
    void aTypeWithoutMachinesIsLeftForTheNextOne() {
        build.sageMaker.noCapacity.addAll(List.of(LARGE, SMALL));
        build.start();

        assertThat(build.result().instanceType()).isEqualTo(SMALLEST);
        assertThat(build.result().attempts())
                .extracting(Attempt::trainingJobName)
                .containsExactly(JOB, "digits-1-2", "digits-1-3");
        assertEachLineOnce(build);
    }

    @Test
    void spotCapacityThatNeverCameIsNoCapacity() {
        build.sageMaker.spot = true;
        build.sageMaker.noCapacity.add(LARGE);
        build.start();

        assertThat(build.result().instanceType()).isEqualTo(SMALL);
        assertThat(build.log)
                .contains("No capacity for training job digits-1 on ml.p4d.24xlarge: no spot capacity within its"
                        + " maxWaitTimeInSeconds. Trying digits-1-2 on ml.g5.12xlarge.");
    }

    @Test
    void spotCapacityThatWasLostOnTheWayIsAFailure() {
        build.start().pass(Duration.ofSeconds(60));
        build.sageMaker.stopFromOutside("MaxWaitTimeExceeded");

        assertThat(build.failure()).contains("waited for spot capacity longer than its maxWaitTimeInSeconds");
        assertThat(build.sageMaker.created).hasSize(1);
    }

    @Test
    void aFailureOfAnotherKindIsNotTriedElsewhere() {
        build.sageMaker.failure = "AlgorithmError: exit code 1";
        build.start();

        assertThat(build.failure()).isEqualTo("Training job digits-1 failed: AlgorithmError: exit code 1");
        assertThat(build.sageMaker.created).hasSize(1);
    }

    @Test
    void ifNoneIsThereTheFailureNamesAll() {
        noQuota(build, LARGE, SMALLEST);
        build.sageMaker.noCapacity.add(SMALL);
        build.start();

        assertThat(build.failure())
                .startsWith(
                        "Could not create training job digits-1-3: The account-level service limit 'ml.g4dn.xlarge'")
                .endsWith(" Tried before: digits-1 on ml.p4d.24xlarge, digits-1-2 on ml.g5.12xlarge.");
    }

    @Test
    void theWholeListIsTriedAgainAfterGrowingPausesWithoutACall() {
        var patient = build(3, LARGE, SMALL);
        noQuota(patient, LARGE, SMALL);
        patient.start().pass(Duration.ofSeconds(20));
        int calls = patient.gate.calls.size();
        patient.pass(Duration.ofSeconds(35));
        assertThat(patient.gate.calls).hasSize(calls);
        assertThat(patient.run.status()).isEqualTo("waiting for capacity, then trying training job digits-1-3");

        assertThat(patient.failure())
                .startsWith("Could not create training job digits-1-8: ")
                .contains("digits-1-7 on ml.p4d.24xlarge");
        assertThat(patient.log)
                .anyMatch(line -> line.endsWith("Trying digits-1-3 on ml.p4d.24xlarge in a minute."))
                .anyMatch(line -> line.endsWith("Trying digits-1-5 on ml.p4d.24xlarge in 2 minutes."))
                .anyMatch(line -> line.endsWith("Trying digits-1-7 on ml.p4d.24xlarge in 4 minutes."));
    }

    @Test
    void aSingleTypeIsTriedAgainToo() {
        var single = build(1);
        single.sageMaker.noCapacity.add("ml.m5.large");
        single.start().pass(Duration.ofSeconds(60));
        single.sageMaker.noCapacity.clear();

        assertThat(single.result().attempts())
                .containsExactly(
                        new Attempt(JOB, null, "CapacityError: Unable to provision requested ML compute capacity."),
                        new Attempt("digits-1-2", null, "Completed"));
    }

    @Test
    void aCrashAtAnyCallLosesAndDoublesNothing() {
        var undisturbed = hardlyAny();
        undisturbed.start();
        undisturbed.end();
        int calls = undisturbed.gate.calls.size();

        for (int call = 0; call < calls; call++) {
            for (boolean afterEffect : new boolean[] {false, true}) {
                var crashed = hardlyAny();
                crashed.gate.crashAt(call, afterEffect, crashed::die);
                crashed.start().pass(Duration.ofHours(1));
                if (crashed.ends.isEmpty()) {
                    crashed.resume();
                }

                assertThat(crashed.result().attempts())
                        .extracting(Attempt::trainingJobName)
                        .containsExactly(JOB, "digits-1-2", "digits-1-3", "digits-1-4", "digits-1-5", "digits-1-6");
                assertThat(crashed.sageMaker.created)
                        .extracting(r -> r.trainingJobName())
                        .containsExactly("digits-1-2", "digits-1-5", "digits-1-6");
                assertEachLineOnce(crashed);
                assertThat(crashed.log)
                        .filteredOn(line -> line.startsWith("No capacity"))
                        .hasSize(5)
                        .doesNotHaveDuplicates();
            }
        }
    }

    /** No quota, no machines, no quota; and again, of the third there is one at last. */
    private static TrainingBuild hardlyAny() {
        var build = build(1, LARGE, SMALL, SMALLEST);
        noQuota(build, LARGE);
        build.sageMaker.noQuota.put(SMALLEST, build.scheduler.now().plusSeconds(80));
        build.sageMaker.noCapacity.add(SMALL);
        return build;
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 20, 60, 200})
    void anAbortAtAnyTimeLeavesNothingRunningAndBeginsNothing(long second) {
        var patient = build(5, LARGE, SMALL);
        noQuota(patient, SMALL);
        patient.sageMaker.noCapacity.add(LARGE);
        patient.start().pass(Duration.ofSeconds(second));
        patient.run.stop("somebody aborted it");
        int created = patient.sageMaker.created.size();

        assertThat(patient.end()).isEqualTo(new End.Stopped());
        assertThat(patient.sageMaker.created).hasSize(created);
        assertThat(patient.sageMaker.running()).isEmpty();
    }

    @Test
    void anAbortAtAnyMomentAroundAFailureForCapacityBeginsNoOther() {
        for (int second = 25; second < 90; second++) {
            var failing = build(0, LARGE, SMALL, SMALLEST);
            failing.sageMaker.noCapacity.addAll(List.of(LARGE, SMALL, SMALLEST));
            failing.start().pass(Duration.ofSeconds(second));
            int created = failing.sageMaker.created.size();
            failing.run.stop("somebody aborted it");

            assertThat(failing.end()).as("at second %d", second).isEqualTo(new End.Stopped());
            assertThat(failing.sageMaker.created).hasSize(created);
            assertThat(failing.sageMaker.running()).isEmpty();
        }
    }

    @Test
    void aJobWhoseCreationWasNotAnsweredIsFoundThoughASecondTryIsRefusedForItsSake() {
        build.sageMaker.quota = 1;
        build.sageMaker.hidden = Duration.ofSeconds(60);
        build.gate.loseAnswer("CreateTrainingJob", AwsAnswer.lost());
        build.start();

        assertThat(build.result().trainingJobName()).isEqualTo(JOB);
        assertThat(build.sageMaker.created).hasSize(1);
    }

    @Test
    void aRefusalAfterALostRequestIsOneAfterTwoMinutes() {
        noQuota(build, LARGE);
        build.gate.refuse("CreateTrainingJob", AwsAnswer.lost());
        build.start();

        assertThat(build.result().instanceType()).isEqualTo(SMALL);
        assertThat(build.sageMaker.created).hasSize(1);
    }

    @Test
    void namesOfLaterAttemptsAreShortenedToWhatSageMakerTakes() {
        assertThat(Attempts.suffixed("a".repeat(63), "-12")).hasSize(63).endsWith("a-12");
        assertThat(Attempts.suffixed("a".repeat(60) + "-bc", "-2")).isEqualTo("a".repeat(60) + "-2");
        assertThat(Attempts.suffixed("digits", "-2")).isEqualTo("digits-2");
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(101))
                .withMessage("capacityRetries must be from 0 to 100, not 101.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy(0, LARGE, LARGE))
                .withMessage("instanceTypes names ml.p4d.24xlarge twice: give each type once.");
    }

    private static void noQuota(TrainingBuild build, String... types) {
        for (String type : types) {
            build.sageMaker.noQuota.put(type, Instant.MAX);
        }
    }

    private static void assertEachLineOnce(TrainingBuild build) {
        assertThat(build.log)
                .filteredOn(line -> line.startsWith("[algo-"))
                .containsExactlyInAnyOrderElementsOf(build.sageMaker.lines);
    }

    private static TrainingBuild build(int retries, String... types) {
        var request = new TrainingRequest(
                JOB,
                TrainingDefinition.of(RequestDocument.of(Definitions.document())
                        .put("ResourceConfig.InstanceCount", 2)
                        .members()),
                List.of(),
                true,
                Map.of(),
                Logs.ALL);
        return new TrainingBuild(request, policy(retries, types));
    }

    private static TrainingPolicy policy(int retries, String... types) {
        return new TrainingPolicy(List.of(types), retries, IfJobExists.FAIL, false, false, true, 0, 0);
    }
}
