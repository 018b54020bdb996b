package io.jenkins.plugins.sagemaker.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sagemaker.model.DescribeTrainingJobResponse;

class TrainingResultTest {

    /** A job whose machines are SageMaker's choice names none, and one that has only begun has neither times nor a model. */
    @Test
    void whatAJobDoesNotShowIsLeftOut() {
        var job = DescribeTrainingJobResponse.builder()
                .trainingJobName("digits")
                .trainingJobStatus("Completed")
                .secondaryStatus("Completed")
                .build();

        var result = TrainingResult.of(job, "eu-central-1");

        assertThat(result.instanceType()).isNull();
        assertThat(result.modelDataUrl()).isNull();
        assertThat(result.metrics()).isEmpty();
        assertThat(result.statusHistory()).isEmpty();
        assertThat(new Summary(result).lines()).containsExactly("Training job digits completed in 0 s (0 s billable)");
    }
}
