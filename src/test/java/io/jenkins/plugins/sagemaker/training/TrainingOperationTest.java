package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.sagemaker.aws.AwsAnswer;
import io.jenkins.plugins.sagemaker.operation.End;
import io.jenkins.plugins.sagemaker.operation.OperationRun.Limits;
import io.jenkins.plugins.sagemaker.training.TrainingDefinition.WorkspaceChannel;
import io.jenkins.plugins.sagemaker.training.TrainingPolicy.IfJobExists;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.Tag;

class TrainingOperationTest {

    private static final String JOB = "digits-1";
    private static final List<String> STATUSES = List.of(
            "digits-1: Starting - Starting the training job",
            "digits-1: Starting - Preparing the instances",
            "digits-1: Downloading - Downloading input data",
            "digits-1: Training - Training in progress.",
            "digits-1: Uploading - Uploading generated training model",
            "digits-1: Completed");

    private static final TrainingPolicy STOPPED_IS_SUCCESS =
            new TrainingPolicy(List.of(), 0, IfJobExists.FAIL, false, true, 0, 0);

    private final TrainingBuild build = new TrainingBuild(request(Logs.ALL));

    @Test
    void aJobIsWatchedFromItsStatusesAndLinesToItsModel() {
        build.start();

        TrainingResult result = build.result();

        assertDoneOnce(build);
        assertThat(result.modelDataUrl()).isEqualTo("s3://digits/model.tar.gz");
        assertThat(result.metrics()).containsExactly(Map.entry("accuracy", 0.97));
        assertThat(result.statusHistory()).contains("Starting", "Training", "Completed");
        assertThat(result.instanceCount()).isEqualTo(2);
        assertThat(build.log)
                .contains(
                        "Training job digits-1 completed in 80 s (70 s billable on 2 x ml.m5.large)",
                        "  accuracy = 0.97",
                        "  model: s3://digits/model.tar.gz");
    }

    @Test
    void aCrashAtAnyCallLosesAndDoublesNothing() {
        build.start();
        build.end();
        int calls = build.gate.calls.size();
        assertThat(calls).isGreaterThan(30);

        for (int call = 0; call < calls; call++) {
            for (boolean afterEffect : new boolean[] {false, true}) {
                var crashed = new TrainingBuild(request(Logs.ALL));
                crashed.gate.crashAt(call, afterEffect, crashed::die);
                crashed.start().pass(Duration.ofHours(1));
                if (crashed.ends.isEmpty()) { // else the jitter of the pauses has saved it a call
                    crashed.resume();
                }
                crashed.end();

                assertDoneOnce(crashed);
            }
        }
    }

    @Test
    void aCrashAtEachCallOfOneBuildLosesAndDoublesNothing() {
        build.gate.crashAt(0, false, build::die);
        build.start();
        for (int crash = 1; crash < 200 && build.ends.isEmpty(); crash++) {
            build.pass(Duration.ofMinutes(10));
            boolean afterEffect = crash % 2 == 0;
            // Every controller gets one call further than the one before, or no build would ever end.
            build.gate.crashAt(crash, afterEffect, build::die);
            build.resume();
        }

        build.end();

        assertDoneOnce(build);
    }

    @Test
    void aLostAnswerOfTheCreationLeadsToTheOwnJob() {
        build.gate.loseAnswer("CreateTrainingJob", lost());
        build.start();
        build.end();

        assertDoneOnce(build);
        assertThat(build.gate.calls).filteredOn("CreateTrainingJob"::equals).hasSize(1);
    }

    @Test
    void aJobThatIsNotShownYetIsNeitherMissedNorMadeAgain() {
        build.gate.loseAnswer("CreateTrainingJob", lost());
        build.sageMaker.hidden = Duration.ofSeconds(60);
        build.start();
        build.end();

        assertThat(build.ends).first().isInstanceOf(End.Succeeded.class);
        assertThat(build.sageMaker.created).hasSize(1);
        assertThat(build.gate.calls).filteredOn("CreateTrainingJob"::equals).hasSizeGreaterThan(2);
        assertEachLineOnce(build);
    }

    @Test
    void aJobThatHasGoneIsAFailureAfterTwoMinutes() {
        build.start().pass(Duration.ofSeconds(50));
        build.sageMaker.deleted = true;

        assertThat(build.failure())
                .isEqualTo("There is no training job digits-1 in eu-central-1 any longer: it was created by this build,"
                        + " and has been deleted since.");
    }

    @Test
    void aJobOfThatNameThatIsSomebodyElsesIsNotTouched() {
        build.sageMaker.createTrainingJob(CreateTrainingJobRequest.builder()
                .trainingJobName(JOB)
                .tags(Tag.builder().key(OwnTag.KEY).value("another").build())
                .build());
        build.start();

        assertThat(build.failure())
                .startsWith(
                        "There is already a training job digits-1 in eu-central-1, and it is not this build's: give");
        assertThat(build.sageMaker.stops).isZero();
        assertThat(build.sageMaker.created).hasSize(1);
    }

    @Test
    void tagsThatMayNotBeReadAreNamedAsTheReason() {
        build.gate.loseAnswer("CreateTrainingJob", lost());
        for (int i = 0; i < 100; i++) {
            build.gate.refuse("ListTags", AwsAnswer.error(400, "AccessDeniedException", "no sagemaker:ListTags"));
        }
        build.start();

        assertThat(build.failure())
                .startsWith(
                        "Could not read the tags of training job digits-1, which tell whether it is this build's: no")
                .endsWith("Whether training job digits-1 goes on remotely is not known.");
    }

    @ParameterizedTest
    @CsvSource({
        "CreateTrainingJob,   ThrottlingException,  400",
        "CreateTrainingJob,   InternalFailure,      500",
        "DescribeTrainingJob, ThrottlingException,  400",
        "DescribeTrainingJob, ServiceUnavailable,   503",
        "DescribeTrainingJob, ExpiredTokenException, 400",
        "DescribeLogStreams,  ThrottlingException,  400",
        "GetLogEvents,        ThrottlingException,  400",
        "GetLogEvents,        InternalFailure,      500",
        "GetLogEvents,        ResourceNotFoundException, 400",
        "GetLogEvents,        ExpiredTokenException, 400"
    })
    void passingTroubleWithAnyCallDelaysButDoesNotHarm(String call, String code, int status) {
        for (int i = 0; i < 5; i++) {
            build.gate.refuse(call, AwsAnswer.error(status, code, "for a while"));
            build.gate.letPass(call);
        }
        build.start();
        build.end();

        assertThat(build.ends).first().isInstanceOf(End.Succeeded.class);
        assertThat(build.sageMaker.created).hasSize(1);
        assertEachLineOnce(build);
    }

    @Test
    void aRoleThatIsNotKnownEverywhereYetIsTriedAgain() {
        build.gate.refuse(
                "CreateTrainingJob",
                AwsAnswer.error(400, "ValidationException", "Could not assume role arn:aws:iam::1:role/new."));
        build.start();
        build.end();

        assertDoneOnce(build);
    }

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

        assertDoneOnce(build);
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

        assertDoneOnce(build);
        assertThat(build.log).noneMatch(line -> line.startsWith("Trying again: Could not describe"));
    }

    @Test
    void aRefusedRequestFailsAtOnceInTheServicesWordsAndSaysWhatToDo() {
        build.gate.refuse(
                "CreateTrainingJob",
                AwsAnswer.error(400, "ResourceLimitExceeded", "The limit 'ml.p3.2xlarge' is 0 Instances."));
        build.start();

        assertThat(build.failure())
                .startsWith(
                        "Could not create training job digits-1: The limit 'ml.p3.2xlarge' is 0 Instances."
                                + " (ResourceLimitExceeded, HTTP 400, request id request-1) A quota of the account is used up: ask");
    }

    @Test
    void aFailedJobFailsWithItsReasonAndTheLinkToItsLog() {
        build.sageMaker.failure = "AlgorithmError: exit code 1";
        build.start();

        assertThat(build.failure()).isEqualTo("Training job digits-1 failed: AlgorithmError: exit code 1");
        assertEachLineOnce(build);
        assertThat(build.log)
                .contains(
                        "Exit code of the container: 1",
                        "Hint: The training program itself has failed: its own words are the last lines of its log.")
                .anyMatch(line -> line.startsWith("The job in the AWS console: https://eu-central-1.console"))
                .anyMatch(line ->
                        line.startsWith("Log of the job: https://eu-central-1.console.aws.amazon.com/cloudwatch"));
    }

    @Test
    void ofAFailedJobTheLastLinesAreShownIfOnlyFailuresShallBe() {
        var failing = new TrainingBuild(request(Logs.FAILURE));
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
        var failing = new TrainingBuild(request(Logs.FAILURE), policy(0, 3));
        failing.sageMaker.failure = "AlgorithmError: exit code 1";
        failing.start();
        failing.end();

        assertThat(failing.log).filteredOn(line -> line.startsWith("[algo-")).hasSize(3);
    }

    @Test
    void ofALogThatIsTooLongTheBeginningAndTheEndAreShownAndWhatIsLeftOutIsCounted() {
        var chatty = new TrainingBuild(request(Logs.ALL), policy(50, 2));
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
                    JOB + "/algo-3-1767225600", time, "the same words again and again, as programs have them", time);
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
            var crashed = new TrainingBuild(request(Logs.ALL), policy(50, 2));
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
        var failing = new TrainingBuild(request(Logs.FAILURE));
        failing.sageMaker.failure = "AlgorithmError: exit code 1";
        failing.gate.refuse("DescribeLogStreams", AwsAnswer.error(400, "AccessDeniedException", "no"));
        failing.start();

        assertThat(failing.failure()).contains("AlgorithmError");
        assertThat(failing.log).anyMatch(line -> line.startsWith("Going on without the job's log: "));
    }

    @Test
    void withoutLogsNoneIsAskedFor() {
        var silent = new TrainingBuild(request(Logs.NONE));
        silent.start();
        silent.end();

        assertThat(silent.gate.calls).containsOnly("DescribeTrainingJob", "CreateTrainingJob");
        assertThat(silent.log).containsAll(STATUSES.subList(2, 6)).noneMatch(line -> line.startsWith("[algo-"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Stopped             | was stopped, not by this build (Stopped)",
                "MaxRuntimeExceeded  | ran longer than its maxRuntimeInSeconds and was stopped",
                "MaxWaitTimeExceeded | waited for spot capacity longer than its maxWaitTimeInSeconds and was stopped"
            })
    void aStoppedJobIsNoSuccess(String secondaryStatus, String sentence) {
        build.start().pass(Duration.ofSeconds(50));
        build.sageMaker.stopFromOutside(secondaryStatus);

        assertThat(build.failure()).isEqualTo("Training job digits-1 " + sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Stopped", "MaxRuntimeExceeded"})
    void aStoppedJobWithAModelIsASuccessIfThatIsWanted(String secondaryStatus) {
        var lenient = new TrainingBuild(request(Logs.NONE), STOPPED_IS_SUCCESS);
        lenient.start().pass(Duration.ofSeconds(50));
        lenient.sageMaker.stopFromOutside(secondaryStatus);

        TrainingResult result = lenient.result();

        assertThat(result.status()).isEqualTo("Stopped");
        assertThat(result.secondaryStatus()).isEqualTo(secondaryStatus);
        assertThat(lenient.log)
                .contains("Training job digits-1 was stopped in 80 s (70 s billable on 2 x ml.m5.large)")
                .contains("  " + secondaryStatus
                        + ": it has left a model, and treatStoppedAsSuccess takes that for a success");
    }

    @Test
    void aStoppedJobWithoutAModelIsNoSuccessInAnyCase() {
        var lenient = new TrainingBuild(request(Logs.NONE), STOPPED_IS_SUCCESS);
        lenient.sageMaker.withoutModel = true;
        lenient.start().pass(Duration.ofSeconds(50));
        lenient.sageMaker.stopFromOutside("MaxRuntimeExceeded");

        assertThat(lenient.failure())
                .isEqualTo(
                        "Training job digits-1 ran longer than its maxRuntimeInSeconds and was stopped, and has left no"
                                + " model");
    }

    @Test
    void anAbortIsNoSuccessHoweverStoppedJobsAreTaken() {
        var lenient = new TrainingBuild(request(Logs.NONE), STOPPED_IS_SUCCESS);
        lenient.start().pass(Duration.ofSeconds(60));
        lenient.run.stop("somebody aborted it");

        assertThat(lenient.end()).isEqualTo(new End.Stopped());
    }

    @Test
    void whatSpotCapacityHasSavedIsTold() {
        build.sageMaker.spot = true;
        build.start();

        TrainingResult result = build.result();

        assertThat(result.spotSavingPercent()).isEqualTo(13);
        assertThat(result.trainingInstanceSeconds()).isEqualTo(160);
        assertThat(result.billableInstanceSeconds()).isEqualTo(140);
        assertThat(build.log)
                .contains(
                        "Training job digits-1 completed in 80 s (70 s billable on 2 x ml.m5.large, 13 % saved by spot"
                                + " capacity)");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 15, 30, 60, 90, 104})
    void anAbortStopsTheJobWhateverItDoes(long second) {
        build.start().pass(Duration.ofSeconds(second));
        build.run.stop("somebody aborted it");

        assertThat(build.end()).isEqualTo(new End.Stopped());
        assertThat(build.sageMaker.stops).isEqualTo(1);
        assertThat(build.log).contains("Stopping: training job digits-1, because somebody aborted it");
    }

    @Test
    void anAbortNeedsNoRightToReadTags() {
        build.start().pass(Duration.ofSeconds(60));
        build.gate.refuse("ListTags", AwsAnswer.error(400, "AccessDeniedException", "no"));
        build.run.stop("somebody aborted it");
        build.end();

        assertThat(build.sageMaker.stops).isEqualTo(1);
    }

    @Test
    void anAbortOfAJobThatIsNotShownYetWaitsUntilItIs() {
        build.sageMaker.hidden = Duration.ofSeconds(30);
        build.start().pass(Duration.ofSeconds(3));
        build.run.stop("somebody aborted it");

        assertThat(build.end()).isEqualTo(new End.Stopped());
        assertThat(build.sageMaker.stops).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10, 60, 110})
    void anAbortAfterALostAnswerLooksForTheJobUntilAwsShowsIt(long hidden) {
        build.gate.loseAnswer("CreateTrainingJob", lost());
        build.sageMaker.hidden = Duration.ofSeconds(hidden);
        build.start().pass(Duration.ofSeconds(1));
        build.run.stop("somebody aborted it");

        assertThat(build.end()).isEqualTo(new End.Stopped());
        assertThat(build.sageMaker.running()).isEmpty();
    }

    @Test
    void anAbortBeforeAnythingWasCreatedEndsWhenAwsWouldShowIt() {
        for (int i = 0; i < 100; i++) {
            build.gate.refuse("CreateTrainingJob", AwsAnswer.error(500, "InternalFailure", "for a while"));
        }
        build.start().pass(Duration.ofSeconds(20));
        build.run.stop("somebody aborted it");
        build.pass(Duration.ofSeconds(100));
        assertThat(build.ends).isEmpty();
        build.pass(Duration.ofSeconds(30));

        assertThat(build.ends).containsExactly(new End.Stopped());
        assertThat(build.log).contains("Nothing is left running: training job digits-1");
    }

    @Test
    void aSecondAbortDoesNotWaitForWhatMayTurnUp() {
        build.gate.loseAnswer("CreateTrainingJob", lost());
        build.sageMaker.hidden = Duration.ofSeconds(100);
        build.start().pass(Duration.ofSeconds(1));
        build.run.stop("somebody aborted it");
        build.pass(Duration.ofSeconds(10));
        build.run.stop("somebody aborted it again");
        build.pass(Duration.ofSeconds(10));

        assertThat(build.ends).containsExactly(new End.Stopped(true));
        assertThat(build.log).contains("Not found so far, and not looked for any longer: training job digits-1");
    }

    @Test
    void anAbortAtTheMomentOfTheEndIsNoTrouble() {
        build.start().pass(Duration.ofSeconds(60));
        build.gate.loseAnswer("StopTrainingJob", AwsAnswer.error(400, "ValidationException", "rejected"));
        build.sageMaker.stopFromOutside("Stopped");
        build.pass(Duration.ofSeconds(1));
        build.run.stop("somebody aborted it");

        assertThat(build.end()).isEqualTo(new End.Stopped());
    }

    @Test
    void aTimeoutStopsTheJobAndFails() {
        build.limits = new Limits(Duration.ofMinutes(1), false);
        build.start();

        assertThat(build.failure()).contains("has taken longer than 1 minutes");
        assertThat(build.sageMaker.stops).isEqualTo(1);
    }

    @Test
    void thresholdsThatAreMetAreSaidSo() {
        var judged = new TrainingBuild(request(Logs.NONE, true, "accuracy >= 0.9"));
        judged.start();

        assertThat(judged.result().metrics()).containsEntry("accuracy", 0.97);
        assertThat(judged.log).contains("  threshold met: accuracy >= 0.9");
    }

    @Test
    void aMissedThresholdFailsOrWarns() {
        var failing = new TrainingBuild(request(Logs.NONE, true, "accuracy >= 0.98", "f1 > 0"));
        var warning = new TrainingBuild(request(Logs.NONE, false, "accuracy >= 0.98"));
        failing.start();
        warning.start();

        assertThat(failing.failure())
                .isEqualTo("The model of training job digits-1 is not good enough: accuracy is 0.97, not >= 0.98;"
                        + " the metric f1 is missing; there are accuracy");
        assertThat(((End.Succeeded) warning.end()).warnings())
                .containsExactly(
                        "The model of training job digits-1 is not good enough: accuracy is 0.97, not >= 0.98");
    }

    @Test
    void theStateStaysSmall() {
        build.start();
        build.end();

        assertThat(build.journalBytes()).isLessThan(20_000);
    }

    @Test
    void anUnknownMemberOfTheRequestIsASentenceBeforeAnythingIsUploaded() {
        var wrong = new TrainingBuild(new TrainingRequest(
                JOB,
                TrainingDefinition.of(RequestDocument.of(Definitions.document())
                                .put("ResourceConfg.X", 1)
                                .members())
                        .withChannels(List.of(new WorkspaceChannel("train", "data", Map.of())), null),
                List.of(),
                true,
                Map.of(),
                Logs.ALL));
        wrong.start();

        assertThat(wrong.failure()).startsWith("There is no member ResourceConfg in the API; the members are Training");
    }

    @Test
    void anUploadPathThatIsNotInS3IsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Definitions.least().withChannels(List.of(), "digits"))
                .withMessage("s3UploadPath must be a location in S3 such as s3://bucket/folder, not: digits");
    }

    @ParameterizedTest
    @CsvSource({"digits, digits", "'Zahlen & Ziffern/main', Zahlen-Ziffern-main", "---, job", "'', job"})
    void aNameIsMadeOfWhatSageMakerTakes(String base, String beginning) {
        String name = TrainingRequest.uniqueName(base, 63);

        assertThat(name).startsWith(beginning + "-").matches("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}");
        assertThat(TrainingRequest.uniqueName(base, 63)).isNotEqualTo(name);
        assertThat(TrainingRequest.uniqueName("a".repeat(53) + "-" + base, 63))
                .matches("[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}");
    }

    private static TrainingPolicy policy(int logLines, int logTailLines) {
        return new TrainingPolicy(List.of(), 0, IfJobExists.FAIL, false, false, logLines, logTailLines);
    }

    private static void assertDoneOnce(TrainingBuild build) {
        assertThat(build.ends).first().isInstanceOf(End.Succeeded.class);
        assertThat(build.sageMaker.created).hasSize(1);
        assertEachLineOnce(build);
        assertThat(build.log)
                .containsOnlyOnce(STATUSES.subList(3, 6).toArray(String[]::new))
                .doesNotHaveDuplicates();
    }

    private static void assertEachLineOnce(TrainingBuild build) {
        assertThat(build.log)
                .filteredOn(line -> line.startsWith("[algo-"))
                .containsExactlyInAnyOrderElementsOf(build.sageMaker.lines);
    }

    private static SdkClientException lost() {
        return SdkClientException.builder()
                .message("Unable to execute HTTP request: the connection was closed")
                .cause(new IOException("closed"))
                .build();
    }

    private static TrainingRequest request(Logs logs) {
        return request(logs, true);
    }

    private static TrainingRequest request(Logs logs, boolean thresholdsFail, String... thresholds) {
        return new TrainingRequest(
                JOB,
                Definitions.least(),
                List.of(thresholds).stream().map(MetricThreshold::parse).toList(),
                thresholdsFail,
                Map.of("jenkins:build", "1"),
                logs);
    }
}
