package io.jenkins.plugins.sagemaker.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.aws.Aws;
import io.jenkins.plugins.sagemaker.aws.FolderWorkspace;
import io.jenkins.plugins.sagemaker.aws.Workspace;
import io.jenkins.plugins.sagemaker.deployment.FakeAws;
import io.jenkins.plugins.sagemaker.operation.Progress;
import io.jenkins.plugins.sagemaker.operation.RemoteException;
import io.jenkins.plugins.sagemaker.training.MetricGate;
import io.jenkins.plugins.sagemaker.training.TrainingDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of the workspace with a request for a tuning job. */
class RequestFileTest {

    @TempDir
    Path folder;

    private final Aws aws = new FakeAws() {
        @Override
        public Workspace workspace() {
            return new FolderWorkspace(folder);
        }
    };

    private final TuningOperation operation = new TuningOperation(new TuningRequest(
            "digits",
            Map.of("HyperParameterTuningJobConfig", Map.of("Strategy", "Random")),
            TrainingDefinition.of(Map.of("RoleArn", "arn:aws:iam::123456789012:role/trainer"))
                    .withRequestFile("tuning.yaml"),
            new MetricGate(List.of(), true),
            Map.of()));

    @Test
    void itsPartsAreLaidBelowTheArguments() throws Exception {
        Files.writeString(folder.resolve("tuning.yaml"), """
                HyperParameterTuningJobConfig:
                  Strategy: Bayesian
                  HyperParameterTuningJobObjective: {MetricName: loss, Type: Minimize}
                  ParameterRanges:
                    ContinuousParameterRanges: [{Name: rate, MinValue: '0.1', MaxValue: '0.5'}]
                TrainingJobDefinition:
                  StaticHyperParameters: {epochs: '3'}
                  AlgorithmSpecification: {TrainingImage: image, TrainingInputMode: File}
                  OutputDataConfig: {S3OutputPath: 's3://digits'}
                """);

        var read = (Progress.Waiting<TuningState, TuningResult>) operation.advance(operation.begin(), aws);
        var create = new TuningDocument(operation.request(), "eu-central-1").toCreate(read.state());

        assertThat(create.hyperParameterTuningJobConfig().strategyAsString()).isEqualTo("Random");
        assertThat(create.hyperParameterTuningJobConfig()
                        .hyperParameterTuningJobObjective()
                        .typeAsString())
                .isEqualTo("Minimize");
        assertThat(create.trainingJobDefinition().staticHyperParameters()).containsEntry("epochs", "3");
        assertThat(create.trainingJobDefinition().roleArn()).endsWith("role/trainer");
        assertThat(create.trainingJobDefinition().outputDataConfig().s3OutputPath())
                .isEqualTo("s3://digits");
    }

    @Test
    void severalDefinitionsAreRefused() throws Exception {
        Files.writeString(folder.resolve("tuning.yaml"), "TrainingJobDefinitions: []\n");

        assertThatThrownBy(() -> operation.advance(operation.begin(), aws))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("run one sagemakerTune for each in parallel");
    }
}
