package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.aws.AwsAnswer;
import io.jenkins.plugins.sagemaker.operation.End;
import io.jenkins.plugins.sagemaker.training.TrainingPolicy.IfJobExists;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sagemaker.model.CreateTrainingJobRequest;
import software.amazon.awssdk.services.sagemaker.model.Tag;

/** A job that has the wanted name already, and is somebody else's. */
class TakenNameTest {

    private static final String JOB = "digits";

    @Test
    void theTimeIsPutBehindANameThatIsTaken() {
        var build = build(IfJobExists.TIMESTAMP, false);
        build.start();

        TrainingResult result = build.result();

        assertThat(result.trainingJobName()).matches("digits-20260101-0000\\d\\d");
        assertThat(build.sageMaker.created).hasSize(2);
        assertThat(build.log)
                .anyMatch(line -> line.startsWith("There is already a training job digits: https://")
                        && line.endsWith("; this one is called " + result.trainingJobName()));
    }

    @Test
    void aCrashAtAnyCallMakesOneJobOfANewNameAndNoMore() {
        for (int call = 0; call < 10; call++) {
            for (boolean afterEffect : new boolean[] {false, true}) {
                var crashed = build(IfJobExists.TIMESTAMP, false);
                crashed.gate.crashAt(call, afterEffect, crashed::die);
                crashed.start().pass(Duration.ofHours(1));
                if (crashed.ends.isEmpty()) {
                    crashed.resume();
                }
                crashed.end();

                assertThat(crashed.sageMaker.created).hasSize(2);
            }
        }
    }

    @Test
    void theJobThatIsThereIsWatchedIfThatIsWanted() {
        var build = build(IfJobExists.ATTACH, false);
        build.start();

        TrainingResult result = build.result();

        assertThat(result.trainingJobName()).isEqualTo(JOB);
        assertThat(result.modelDataUrl()).isEqualTo("s3://digits/model.tar.gz");
        assertThat(build.sageMaker.created).hasSize(1);
        assertThat(build.log)
                .containsAll(build.sageMaker.lines)
                .anyMatch(line -> line.startsWith(
                        "Watching what was there already and has this name: training job digits: https://"));
    }

    @Test
    void aJobThatIsOnlyWatchedIsLeftByAnAbort() {
        var build = build(IfJobExists.ATTACH, false);
        build.start().pass(Duration.ofSeconds(50));
        build.run.stop("somebody aborted it");

        assertThat(build.end()).isEqualTo(new End.Stopped(true));
        assertThat(build.sageMaker.stops).isZero();
        assertThat(build.log).contains("Left as it is: training job digits");
    }

    @Test
    void aJobThatIsOnlyWatchedIsStoppedIfTheStepSaysSo() {
        var build = build(IfJobExists.ATTACH, true);
        build.start().pass(Duration.ofSeconds(50));
        build.run.stop("somebody aborted it");

        assertThat(build.end()).isEqualTo(new End.Stopped());
        assertThat(build.sageMaker.stops).isEqualTo(1);
    }

    @Test
    void anAbortBeforeTheNameIsKnownToBeTakenTouchesNothing() {
        var build = build(IfJobExists.ATTACH, true);
        for (int i = 0; i < 5; i++) {
            build.gate.refuse("DescribeTrainingJob", AwsAnswer.error(400, "ThrottlingException", "Rate exceeded"));
        }
        build.start().pass(Duration.ofSeconds(5));
        build.run.stop("somebody aborted it");

        assertThat(build.end()).isEqualTo(new End.Stopped());
        assertThat(build.sageMaker.stops).isZero();
    }

    @Test
    void aJobThatIsOnlyWatchedIsTriedOnNoOtherMachine() {
        var build = new TrainingBuild(
                request(),
                new TrainingPolicy(
                        List.of("ml.p3.2xlarge", "ml.g5.xlarge"), 1, IfJobExists.ATTACH, false, false, true, 0, 0));
        build.sageMaker.noCapacity.add("ml.m5.large");
        somebodyElsesJob(build);
        build.start();

        assertThat(build.failure()).startsWith("Training job digits failed: CapacityError");
        assertThat(build.sageMaker.created).hasSize(1);
    }

    private static TrainingBuild build(IfJobExists ifJobExists, boolean stopsAttached) {
        var build = new TrainingBuild(
                request(), new TrainingPolicy(List.of(), 0, ifJobExists, stopsAttached, false, true, 0, 0));
        somebodyElsesJob(build);
        return build;
    }

    private static void somebodyElsesJob(TrainingBuild build) {
        build.sageMaker.createTrainingJob(CreateTrainingJobRequest.builder()
                .trainingJobName(JOB)
                .tags(Tag.builder().key(OwnTag.KEY).value("another").build())
                .build());
    }

    private static TrainingRequest request() {
        return new TrainingRequest(
                JOB,
                TrainingDefinition.of(RequestDocument.of(Definitions.document())
                        .put("ResourceConfig.InstanceCount", 2)
                        .members()),
                List.of(),
                true,
                Map.of(),
                Logs.ALL);
    }
}
