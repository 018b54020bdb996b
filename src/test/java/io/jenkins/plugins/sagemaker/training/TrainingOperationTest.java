package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.sagemaker.aws.AwsAnswer;
import io.jenkins.plugins.sagemaker.operation.End;
import io.jenkins.plugins.sagemaker.training.TrainingDefinition.WorkspaceChannel;
import io.jenkins.plugins.sagemaker.training.TrainingPolicy.IfJobExists;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.Tag;

class TrainingOperationTest {

    private final TrainingBuild build = new TrainingBuild(TrainingBuild.request(Logs.ALL));

    @Test
    void aJobIsWatchedFromItsStatusesAndLinesToItsModel() {
        build.start();

        TrainingResult result = build.result();

        build.assertDoneOnce();
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
                var crashed = new TrainingBuild(TrainingBuild.request(Logs.ALL));
                crashed.gate.crashAt(call, afterEffect, crashed::die);
                crashed.start().pass(Duration.ofHours(1));
                if (crashed.ends.isEmpty()) { // else the jitter of the pauses has saved it a call
                    crashed.resume();
                }
                crashed.end();

                crashed.assertDoneOnce();
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

        build.assertDoneOnce();
    }

    @Test
    void aLostAnswerOfTheCreationLeadsToTheOwnJob() {
        build.gate.loseAnswer("CreateTrainingJob", AwsAnswer.lost());
        build.start();
        build.end();

        build.assertDoneOnce();
        assertThat(build.gate.calls).filteredOn("CreateTrainingJob"::equals).hasSize(1);
    }

    @Test
    void aJobThatIsNotShownYetIsNeitherMissedNorMadeAgain() {
        build.gate.loseAnswer("CreateTrainingJob", AwsAnswer.lost());
        build.sageMaker.hidden = Duration.ofSeconds(60);
        build.start();
        build.end();

        assertThat(build.ends).first().isInstanceOf(End.Succeeded.class);
        assertThat(build.sageMaker.created).hasSize(1);
        assertThat(build.gate.calls).filteredOn("CreateTrainingJob"::equals).hasSizeGreaterThan(2);
        build.assertEachLineOnce();
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
                .trainingJobName(TrainingBuild.JOB)
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
        build.gate.loseAnswer("CreateTrainingJob", AwsAnswer.lost());
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
        build.assertEachLineOnce();
    }

    @Test
    void aRoleThatIsNotKnownEverywhereYetIsTriedAgain() {
        build.gate.refuse(
                "CreateTrainingJob",
                AwsAnswer.error(400, "ValidationException", "Could not assume role arn:aws:iam::1:role/new."));
        build.start();
        build.end();

        build.assertDoneOnce();
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
        build.assertEachLineOnce();
        assertThat(build.log)
                .contains(
                        "Exit code of the container: 1",
                        "Hint: The training program itself has failed: its own words are the last lines of its log.")
                .anyMatch(line -> line.startsWith("The job in the AWS console: https://eu-central-1.console"))
                .anyMatch(line ->
                        line.startsWith("Log of the job: https://eu-central-1.console.aws.amazon.com/cloudwatch"));
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
        var lenient = new TrainingBuild(TrainingBuild.request(Logs.NONE), TrainingBuild.STOPPED_IS_SUCCESS);
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
        var lenient = new TrainingBuild(TrainingBuild.request(Logs.NONE), TrainingBuild.STOPPED_IS_SUCCESS);
        lenient.sageMaker.withoutModel = true;
        lenient.start().pass(Duration.ofSeconds(50));
        lenient.sageMaker.stopFromOutside("MaxRuntimeExceeded");

        assertThat(lenient.failure())
                .isEqualTo(
                        "Training job digits-1 ran longer than its maxRuntimeInSeconds and was stopped, and has left no"
                                + " model");
    }

    @Test
    void aRefusalWhileTheJobRunsSaysThatItMayRunOn() {
        build.start().pass(Duration.ofSeconds(30));
        build.gate.refuse("DescribeTrainingJob", AwsAnswer.error(400, "ValidationException", "no such thing"));

        assertThat(build.failure())
                .contains("no such thing")
                .endsWith("Whether training job digits-1 goes on remotely is not known.");
    }

    @Test
    void withoutWaitingTheStepIsDoneAsSoonAsSageMakerHasTheJob() {
        var quick = new TrainingBuild(
                TrainingBuild.request(Logs.ALL),
                new TrainingPolicy(List.of(), 0, IfJobExists.FAIL, false, false, false, 0, 0));

        quick.start().pass(Duration.ofSeconds(30));

        assertThat(quick.sageMaker.running()).containsExactly(TrainingBuild.JOB);
        TrainingResult result = quick.result();
        assertThat(result.status()).isEqualTo("InProgress");
        assertThat(result.trainingJobName()).isEqualTo(TrainingBuild.JOB);
        assertThat(quick.log)
                .endsWith("Not waiting for training job digits-1, which goes on by itself: Starting")
                .noneMatch(line -> line.startsWith("[algo-"));
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

    @Test
    void thresholdsThatAreMetAreSaidSo() {
        var judged = new TrainingBuild(TrainingBuild.request(Logs.NONE, true, "accuracy >= 0.9"));
        judged.start();

        assertThat(judged.result().metrics()).containsEntry("accuracy", 0.97);
        assertThat(judged.log).contains("  threshold met: accuracy >= 0.9");
    }

    @Test
    void aMissedThresholdFailsOrWarns() {
        var failing = new TrainingBuild(TrainingBuild.request(Logs.NONE, true, "accuracy >= 0.98", "f1 > 0"));
        var warning = new TrainingBuild(TrainingBuild.request(Logs.NONE, false, "accuracy >= 0.98"));
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
                TrainingBuild.JOB,
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
}
