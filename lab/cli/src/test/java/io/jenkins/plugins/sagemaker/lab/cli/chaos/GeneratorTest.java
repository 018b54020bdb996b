package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GeneratorTest {

    @Test
    void theSameSeedWritesTheSamePipeline() {
        assertThat(Generator.generated(7)).isEqualTo(Generator.generated(7));
        assertThat(Generator.generated(7)).isNotEqualTo(Generator.generated(8));
    }

    @Test
    void amongAHundredPipelinesIsEverythingThatThereIs() {
        List<Scenario> pipelines =
                LongStream.range(0, 100).mapToObj(Generator::generated).toList();

        assertThat(pipelines)
                .extracting(Scenario::script)
                .satisfies(scripts -> assertThat(String.join("\n", scripts))
                        .contains(
                                "sagemakerTrain(",
                                "sagemakerTune(",
                                "deploySageMakerEndpoint(",
                                "invokeEndpointTest(",
                                "cfnNag(",
                                "input ",
                                "parallel ",
                                "failFast: true",
                                "retry(2)",
                                "timeout(time: 200",
                                "timeout(time: 40",
                                "catchError(",
                                "stage(",
                                "script {",
                                "enableManagedSpotTraining",
                                "thresholdResult: 'UNSTABLE'",
                                "instanceTypes:",
                                "onAbort: 'LEAVE'",
                                "CANARY",
                                "path: 'train'",
                                "s3Uri:"));
    }
}
