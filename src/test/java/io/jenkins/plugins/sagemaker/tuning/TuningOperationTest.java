package io.jenkins.plugins.sagemaker.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.aws.AwsAnswer;
import io.jenkins.plugins.sagemaker.operation.End;
import io.jenkins.plugins.sagemaker.operation.OperationRun.Limits;
import io.jenkins.plugins.sagemaker.training.MetricGate;
import io.jenkins.plugins.sagemaker.training.MetricThreshold;
import io.jenkins.plugins.sagemaker.training.OwnTag;
import io.jenkins.plugins.sagemaker.training.RequestDocument;
import io.jenkins.plugins.sagemaker.training.TrainingDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sagemaker.model.CreateHyperParameterTuningJobRequest;
import software.amazon.awssdk.services.sagemaker.model.Tag;

class TuningOperationTest {

    private static final List<String> PROGRESS = List.of(
            "digits: InProgress, 0 of 4 training jobs done",
            "digits: 1 of 4 training jobs done (1 completed); best so far: accuracy = 0.8 with rate = 0.1",
            "digits: 2 of 4 training jobs done (2 completed); best so far: accuracy = 0.9 with rate = 0.2",
            "digits: 3 of 4 training jobs done (3 completed); best so far: accuracy = 0.97 with rate = 0.3",
            "digits: Completed, 4 of 4 training jobs done (4 completed)");

    private final TuningBuild build = new TuningBuild(request(true));

    @Test
    void theBestTrainingJobIsTheResult() {
        build.start();

        TuningResult result = build.result();

        assertDoneOnce(build);
        assertThat(result.trainingJobName()).isEqualTo("digits-003");
        assertThat(result.objectiveValue()).isEqualTo(0.97);
        assertThat(result.modelDataUrl()).isEqualTo("s3://digits/digits-003/output/model.tar.gz");
        assertThat(result.hyperParameters()).containsOnly(Map.entry("rate", "0.3"), Map.entry("epochs", "10"));
        assertThat(result.tunedHyperParameters()).containsOnly(Map.entry("rate", "0.3"));
        assertThat(result.bestTrainingJob().metrics()).containsEntry("loss", 0.1);
        assertThat(result.trainingJobs())
                .extracting(TunedJob::trainingJobName)
                .containsExactly("digits-003", "digits-002", "digits-004", "digits-001");
        assertThat(result.trainingJobCounts()).containsEntry("completed", 4).containsEntry("failed", 0);
        assertThat(build.log)
                .containsSubsequence(PROGRESS)
                .containsSubsequence(List.of(
                        "  accuracy  rate  status     training job",
                        "  0.97      0.3   Completed  digits-003",
                        "  0.9       0.2   Completed  digits-002",
                        "  0.85      0.4   Completed  digits-004",
                        "  0.8       0.1   Completed  digits-001",
                        "  best: digits-003 with accuracy = 0.97",
                        "  model: s3://digits/digits-003/output/model.tar.gz"));
    }

    @Test
    void aBestTrainingJobThatWasDeletedIsNamed() {
        build.gate.refuse(
                "DescribeTrainingJob", AwsAnswer.error(400, "ValidationException", "Requested resource not found."));
        build.start();

        assertThat(build.failure())
                .isEqualTo("There is no training job digits-003 in eu-central-1 any longer: tuning job digits is done,"
                        + " but somebody has deleted the best of its training jobs.");
    }

    @Test
    void whatIsTheSameForAllTrainingJobsIsStaticAndAllIsTaggedAsOurs() {
        build.start().end();
        CreateHyperParameterTuningJobRequest created = build.sageMaker.created.get(0);

        assertThat(created.trainingJobDefinition().staticHyperParameters()).containsEntry("epochs", "10");
        assertThat(created.trainingJobDefinition().resourceConfig().instanceTypeAsString())
                .isEqualTo("ml.m5.large");
        assertThat(created.hyperParameterTuningJobConfig().strategyAsString()).isEqualTo("Random");
        assertThat(created.tags()).extracting(Tag::key).contains("jenkins:build", OwnTag.KEY);
    }

    @Test
    void aCrashAtAnyCallLosesAndDoublesNothing() {
        build.start().end();
        int calls = build.gate.calls.size();
        assertThat(calls).isGreaterThan(10);

        for (int call = 0; call < calls; call++) {
            for (boolean afterEffect : new boolean[] {false, true}) {
                var crashed = new TuningBuild(request(true));
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
    void aLostAnswerOfTheCreationLeadsToTheOwnJob() {
        build.gate.loseAnswer("CreateHyperParameterTuningJob", AwsAnswer.lost());
        build.start().end();

        assertDoneOnce(build);
        assertThat(build.gate.calls)
                .filteredOn("CreateHyperParameterTuningJob"::equals)
                .hasSize(1);
    }

    @Test
    void aJobThatIsNotShownYetIsNeitherMissedNorMadeAgain() {
        build.gate.loseAnswer("CreateHyperParameterTuningJob", AwsAnswer.lost());
        build.sageMaker.hidden = Duration.ofSeconds(60);
        build.start().end();

        assertThat(build.ends).first().isInstanceOf(End.Succeeded.class);
        assertThat(build.sageMaker.created).hasSize(1);
        assertThat(build.gate.calls)
                .filteredOn("CreateHyperParameterTuningJob"::equals)
                .hasSizeGreaterThan(2);
    }

    @Test
    void aJobThatHasGoneIsAFailureAfterTwoMinutes() {
        build.start().pass(Duration.ofSeconds(50));
        build.sageMaker.deleted = true;

        assertThat(build.failure())
                .isEqualTo("There is no tuning job digits in eu-central-1 any longer: it was created by this build,"
                        + " and has been deleted since.");
    }

    @Test
    void aJobOfThatNameThatIsSomebodyElsesIsNotTouched() {
        build.sageMaker.createHyperParameterTuningJob(CreateHyperParameterTuningJobRequest.builder()
                .hyperParameterTuningJobName("digits")
                .tags(Tag.builder().key(OwnTag.KEY).value("another").build())
                .build());
        build.start();

        assertThat(build.failure())
                .startsWith("There is already a tuning job digits in eu-central-1, and it is not this build's: give");
        assertThat(build.sageMaker.stops).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "CreateHyperParameterTuningJob,              ThrottlingException,   400",
        "CreateHyperParameterTuningJob,              InternalFailure,       500",
        "DescribeHyperParameterTuningJob,            ThrottlingException,   400",
        "DescribeHyperParameterTuningJob,            ExpiredTokenException, 400",
        "ListTrainingJobsForHyperParameterTuningJob, ThrottlingException,   400",
        "DescribeTrainingJob,                        ServiceUnavailable,    503"
    })
    void passingTroubleWithAnyCallDelaysButDoesNotHarm(String call, String code, int status) {
        for (int i = 0; i < 3; i++) {
            build.gate.refuse(call, AwsAnswer.error(status, code, "for a while"));
            build.gate.letPass(call);
        }
        build.start().end();

        assertThat(build.ends).first().isInstanceOf(End.Succeeded.class);
        assertThat(build.sageMaker.created).hasSize(1);
        assertThat(build.log).doesNotHaveDuplicates();
    }

    @Test
    void failedTrainingJobsAreToldWithTheirReasonAndDoNotFailTheRest() {
        build.sageMaker.failure = "AlgorithmError: killed, exit code: 1";
        build.sageMaker.firstFailure = 2;
        build.start();

        assertThat(build.result().trainingJobName()).isEqualTo("digits-002");
        assertThat(build.log)
                .contains("  failed: AlgorithmError: killed, exit code: 1 (digits-003, digits-004)")
                .contains("  -         0.3   Failed     digits-003");
    }

    @Test
    void whoMayNotListTheTrainingJobsGetsTheModelWithoutATable() {
        build.gate.refuse(
                "ListTrainingJobsForHyperParameterTuningJob",
                AwsAnswer.error(400, "AccessDeniedException", "not authorized to list"));
        build.start();

        assertThat(build.result().modelDataUrl()).isEqualTo("s3://digits/digits-003/output/model.tar.gz");
        assertThat(build.log)
                .anyMatch(line -> line.startsWith("Going on without a table of the training jobs: Could not list"));
    }

    @Test
    void aFailureHasTheReasonsOfTheTrainingJobs() {
        build.sageMaker.failure = "AlgorithmError: killed, exit code: 1";
        build.start();

        assertThat(build.failure())
                .isEqualTo("Tuning job digits failed: No training job succeeded. Its training jobs failed:"
                        + " AlgorithmError: killed, exit code: 1");
        assertThat(build.log)
                .contains(
                        "  failed: AlgorithmError: killed, exit code: 1 (digits-001, digits-002, digits-003 and 1 more)");
    }

    @Test
    void withoutAValueOfTheObjectiveThereIsNoBest() {
        build.sageMaker.silent = true;
        build.start();

        assertThat(build.failure())
                .isEqualTo("Tuning job digits has no best training job: none has reported accuracy.");
    }

    @Test
    void somebodyElsesStopIsAFailure() {
        build.start().pass(Duration.ofSeconds(150));
        build.sageMaker.stopFromOutside();

        assertThat(build.failure()).isEqualTo("Tuning job digits was stopped, not by this build.");
        assertThat(build.log).anyMatch(line -> line.startsWith("  0.9 "));
    }

    @Test
    void theEndOfItsTimeIsAGoodEnd() {
        build.sageMaker.maxRuntime = 100;
        build.start().pass(Duration.ofSeconds(150));
        build.sageMaker.stopFromOutside();

        assertThat(build.result().trainingJobName()).isEqualTo("digits-002");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 15, 100, 239})
    void anAbortStopsTheJobWhateverItDoes(long second) {
        build.start().pass(Duration.ofSeconds(second));
        build.run.stop("somebody aborted it");

        assertThat(build.end()).isEqualTo(new End.Stopped());
        assertThat(build.sageMaker.stops).isEqualTo(1);
        assertThat(build.log).contains("Stopping: tuning job digits, because somebody aborted it");
    }

    @Test
    void anAbortOfAJobThatIsNotShownYetWaitsUntilItIs() {
        build.sageMaker.hidden = Duration.ofSeconds(30);
        build.start().pass(Duration.ofSeconds(3));
        build.run.stop("somebody aborted it");

        assertThat(build.end()).isEqualTo(new End.Stopped());
        assertThat(build.sageMaker.stops).isEqualTo(1);
    }

    @Test
    void anAbortAfterALostAnswerFindsTheJobOnceItIsShown() {
        build.sageMaker.hidden = Duration.ofSeconds(40);
        build.gate.loseAnswer("CreateHyperParameterTuningJob", AwsAnswer.lost());
        build.start().pass(Duration.ofSeconds(1));
        build.run.stop("somebody aborted it");

        assertThat(build.end()).isEqualTo(new End.Stopped());
        assertThat(build.sageMaker.stops).isEqualTo(1);
    }

    @Test
    void aTimeoutStopsTheJobAndFails() {
        build.limits = new Limits(Duration.ofMinutes(1), false);
        build.start();

        assertThat(build.failure()).contains("has taken longer than 1 minute");
        assertThat(build.sageMaker.stops).isEqualTo(1);
    }

    @Test
    void theBestTrainingJobsMetricsMustReachTheThresholds() {
        var met = new TuningBuild(request(true, "accuracy >= 0.9", "loss < 0.2"));
        var failing = new TuningBuild(request(true, "accuracy >= 0.98"));
        var warning = new TuningBuild(request(false, "accuracy >= 0.98"));

        assertThat(met.start().end()).isInstanceOf(End.Succeeded.class);
        assertThat(met.log).contains("  threshold met: accuracy >= 0.9", "  threshold met: loss < 0.2");
        assertThat(failing.start().failure())
                .isEqualTo("The model of tuning job digits is not good enough: accuracy is 0.97, not >= 0.98");
        assertThat(((End.Succeeded) warning.start().end()).warnings())
                .containsExactly("The model of tuning job digits is not good enough: accuracy is 0.97, not >= 0.98");
    }

    @Test
    void anUnknownMemberOfTheRequestIsASentenceBeforeAnyCall() {
        var wrong = new TuningBuild(
                request(config().put("WarmStart", Map.of()).members(), new MetricGate(List.of(), true)));

        assertThat(wrong.start().failure())
                .startsWith("There is no member WarmStart in the API; the members are HyperParameterTuningJobName");
        assertThat(wrong.gate.calls).isEmpty();
    }

    @Test
    void allThatWouldBeRefusedIsToldAtOnceBeforeAnyCall() {
        var wrong = new TuningBuild(request(
                config().put("HyperParameterTuningJobConfig.Strategy", "Best")
                        .put("HyperParameterTuningJobConfig.ResourceLimits.MaxRuntimeInSeconds", 5)
                        .put(
                                "HyperParameterTuningJobConfig.ParameterRanges.IntegerParameterRanges",
                                List.of(Map.of("Name", "epochs", "MinValue", "9", "MaxValue", "1")))
                        .members(),
                new MetricGate(List.of(), true)));

        assertThat(wrong.start().failure())
                .startsWith("4 things must be changed before AWS can be asked for this:")
                .contains("strategy (HyperParameterTuningJobConfig.Strategy) is 'Best', but must be ")
                .contains("maxTuningRuntimeInSeconds (HyperParameterTuningJobConfig.ResourceLimits.MaxRuntimeInSeconds)"
                        + " is 5, but must be 120 to 15768000.")
                .contains("The range of epochs has a minValue of 9, which is more than its maxValue of 1.")
                .contains("The hyperparameter epochs has a range and a value");
        assertThat(wrong.gate.calls).isEmpty();
    }

    @Test
    void theStateStaysSmall() {
        build.start().pass(Duration.ofSeconds(200));

        assertThat(build.journalBytes()).isLessThan(5_000);
    }

    private static void assertDoneOnce(TuningBuild build) {
        assertThat(build.ends).first().isInstanceOf(End.Succeeded.class);
        assertThat(build.sageMaker.created).hasSize(1);
        assertThat(build.log)
                .doesNotHaveDuplicates()
                .contains(PROGRESS.get(PROGRESS.size() - 1))
                .containsOnlyOnce("  best: digits-003 with accuracy = 0.97");
    }

    private static TuningRequest request(boolean thresholdsFail, String... thresholds) {
        return request(
                config().members(),
                new MetricGate(
                        List.of(thresholds).stream().map(MetricThreshold::parse).toList(), thresholdsFail));
    }

    private static TuningRequest request(Map<String, Object> document, MetricGate gate) {
        return new TuningRequest("digits", document, definition(), gate, Map.of("jenkins:build", "1"));
    }

    private static RequestDocument config() {
        return RequestDocument.of(Map.of())
                .put("HyperParameterTuningJobConfig.Strategy", "Random")
                .put("HyperParameterTuningJobConfig.HyperParameterTuningJobObjective.MetricName", "accuracy")
                .put(
                        "HyperParameterTuningJobConfig.ParameterRanges.ContinuousParameterRanges",
                        List.of(Map.of("Name", "rate", "MinValue", "0.1", "MaxValue", "0.5")));
    }

    private static TrainingDefinition definition() {
        return TrainingDefinition.of(RequestDocument.of(Map.of())
                .put("RoleArn", "arn:aws:iam::123456789012:role/trainer")
                .put("AlgorithmSpecification.TrainingImage", "image")
                .put("OutputDataConfig.S3OutputPath", "s3://digits")
                .put("HyperParameters.epochs", 10)
                .members());
    }
}
