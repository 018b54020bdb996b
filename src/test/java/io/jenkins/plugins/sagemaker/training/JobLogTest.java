package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.aws.AwsAnswer;
import io.jenkins.plugins.sagemaker.operation.End;
import io.jenkins.plugins.sagemaker.training.TrainingPolicy.IfJobExists;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobLogTest {

    private final TrainingBuild build = new TrainingBuild(TrainingBuild.request(Logs.ALL));

    @Test
    void aLogThatMayNotBeReadFailsNoTrainingAndIsSaidOnce() {
        for (int i = 0; i < 100; i++) {
            build.gate.refuse(
                    "DescribeLogStreams", AwsAnswer.error(400, "AccessDeniedException", "no logs:DescribeLogStreams"));
        }
        build.start();

        assertThat(build.end()).isInstanceOf(End.Succeeded.class);
        assertThat(build.log)
                .filteredOn(line -> line.startsWith("Going on without the job's log: Could not find the log streams"))
                .singleElement()
                .asString()
                .contains("no logs:DescribeLogStreams");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 105})
    void aLogThatMayBeReadOnlySomeTimeAfterTheEndIsReadWhole(int seconds) {
        build.start().pass(Duration.ofSeconds(seconds));
        for (int i = 0; i < 8; i++) {
            build.gate.refuse(
                    "DescribeLogStreams", AwsAnswer.error(400, "AccessDeniedException", "no logs:DescribeLogStreams"));
        }
        build.end();

        build.assertDoneOnce();
    }

    @Test
    void aLogThatMayNotBeReadIsGivenUpAfterTheTimeThatPropagationMayTake() {
        for (int i = 0; i < 100; i++) {
            build.gate.refuse(
                    "DescribeLogStreams", AwsAnswer.error(400, "AccessDeniedException", "no logs:DescribeLogStreams"));
        }
        build.start().pass(Duration.ofSeconds(300));
        assertThat(build.ends).isEmpty();

        build.pass(Duration.ofSeconds(90));

        assertThat(build.ends).hasSize(1);
    }

    @Test
    void throttledLogsDoNotKeepTheStatusesFromBeingSeen() {
        for (int i = 0; i < 30; i++) {
            build.gate.refuse("DescribeLogStreams", AwsAnswer.error(400, "ThrottlingException", "Rate exceeded"));
        }
        build.start();
        build.end();

        build.assertDoneOnce();
        assertThat(build.log).noneMatch(line -> line.startsWith("Trying again: Could not describe"));
    }

    @Test
    void ofAFailedJobTheLastLinesAreShownIfOnlyFailuresShallBe() {
        var failing = new TrainingBuild(TrainingBuild.request(Logs.FAILURE));
        failing.sageMaker.failure = "AlgorithmError: exit code 1";
        failing.start();

        assertThat(failing.failure()).contains("AlgorithmError");
        assertThat(failing.log)
                .contains("[algo-1] epoch 59 on 1", "[algo-2] epoch 59 on 2")
                .filteredOn(line -> line.startsWith("[algo-"))
                .hasSize(20);
    }

    @Test
    void asManyLastLinesAreShownAsAreWanted() {
        var failing = new TrainingBuild(TrainingBuild.request(Logs.FAILURE), policy(0, 3));
        failing.sageMaker.failure = "AlgorithmError: exit code 1";
        failing.start();
        failing.end();

        assertThat(failing.log).filteredOn(line -> line.startsWith("[algo-")).hasSize(3);
    }

    @Test
    void ofALogThatIsTooLongTheBeginningAndTheEndAreShownAndWhatIsLeftOutIsCounted() {
        var chatty = new TrainingBuild(TrainingBuild.request(Logs.ALL), policy(50, 2));
        chatty.start();
        chatty.end();

        assertThat(chatty.sageMaker.lines).hasSize(121);
        assertThat(chatty.log)
                .filteredOn(line -> line.startsWith("[algo-"))
                .hasSize(52)
                .startsWith("[algo-1] epoch 0 on 1", "[algo-2] epoch 0 on 2")
                .endsWith("[algo-2] epoch 59 on 2", "[algo-2] the last words");
        assertThat(chatty.log)
                .filteredOn(line -> line.contains("that logLines allows. The whole log is in CloudWatch: https://"))
                .singleElement()
                .asString()
                .startsWith("These are the first 50 lines of the log of digits-1");
        assertThat(chatty.log)
                .anyMatch(line ->
                        line.startsWith("71 lines of the log of digits-1 are left out here. The whole log is in Cloud"))
                .contains("The last 2 of them:");
    }

    @Test
    void aMillionLinesCostTheControllerLittle() {
        build.start().pass(Duration.ofSeconds(1));
        Instant time = build.scheduler.now();
        for (int i = 0; i < 1_000_000; i++) {
            build.logs.add(
                    TrainingBuild.JOB + "/algo-3-1767225600",
                    time,
                    "the same words again and again, as programs have them",
                    time);
        }

        assertThat(build.end()).isInstanceOf(End.Succeeded.class);
        assertThat(build.log)
                .filteredOn(line -> line.contains("the same words again"))
                .hasSize(TrainingPolicy.LOG_LINES);
        assertThat(build.log)
                .anyMatch(line -> line.matches("More than 5\\d{5} lines of the log of digits-1 are left out here. .*"));
        assertThat(build.gate.calls).hasSizeLessThan(1_000);
        assertThat(build.largestJournalBytes()).isLessThan(256 * 1024);
    }

    @Test
    void aCrashAtAnyCallShowsNoMoreOfALogThatIsTooLong() {
        for (int call = 0; call < 40; call++) {
            var crashed = new TrainingBuild(TrainingBuild.request(Logs.ALL), policy(50, 2));
            crashed.gate.crashAt(call, true, crashed::die);
            crashed.start().pass(Duration.ofHours(1));
            if (crashed.ends.isEmpty()) {
                crashed.resume();
            }
            crashed.end();

            assertThat(crashed.log)
                    .filteredOn(line -> line.startsWith("[algo-"))
                    .hasSize(52)
                    .doesNotHaveDuplicates();
            assertThat(crashed.log).anyMatch(line -> line.startsWith("71 lines of the log of digits-1"));
        }
    }

    @Test
    void aFailedJobWhoseLogMayNotBeReadFailsWithItsOwnReason() {
        var failing = new TrainingBuild(TrainingBuild.request(Logs.FAILURE));
        failing.sageMaker.failure = "AlgorithmError: exit code 1";
        failing.gate.refuse("DescribeLogStreams", AwsAnswer.error(400, "AccessDeniedException", "no"));
        failing.start();

        assertThat(failing.failure()).contains("AlgorithmError");
        assertThat(failing.log).anyMatch(line -> line.startsWith("Going on without the job's log: "));
    }

    @Test
    void withoutLogsNoneIsAskedFor() {
        var silent = new TrainingBuild(TrainingBuild.request(Logs.NONE));
        silent.start();
        silent.end();

        assertThat(silent.gate.calls).containsOnly("DescribeTrainingJob", "CreateTrainingJob");
        assertThat(silent.log)
                .containsAll(TrainingBuild.STATUSES.subList(2, 6))
                .noneMatch(line -> line.startsWith("[algo-"));
    }

    private static TrainingPolicy policy(int logLines, int logTailLines) {
        return new TrainingPolicy(List.of(), 0, IfJobExists.FAIL, false, false, true, logLines, logTailLines);
    }
}
