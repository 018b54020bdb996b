package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.sagemaker.aws.AwsAnswer;
import io.jenkins.plugins.sagemaker.operation.End;
import io.jenkins.plugins.sagemaker.operation.OperationRun.Limits;
import io.jenkins.plugins.sagemaker.training.TrainingRequest.Logs;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingAbortTest {

    private final TrainingBuild build = new TrainingBuild(TrainingBuild.request(Logs.ALL));

    @Test
    void anAbortIsNoSuccessHoweverStoppedJobsAreTaken() {
        var lenient = new TrainingBuild(TrainingBuild.request(Logs.NONE), TrainingBuild.STOPPED_IS_SUCCESS);
        lenient.start().pass(Duration.ofSeconds(60));
        lenient.run.stop("somebody aborted it");

        assertThat(lenient.end()).isEqualTo(new End.Stopped());
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
        build.gate.loseAnswer("CreateTrainingJob", AwsAnswer.lost());
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
        build.gate.loseAnswer("CreateTrainingJob", AwsAnswer.lost());
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

        assertThat(build.failure()).contains("has taken longer than 1 minute");
        assertThat(build.sageMaker.stops).isEqualTo(1);
    }
}
