package io.jenkins.plugins.sagemaker.lab.aws.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Algorithm;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Algorithms;
import io.jenkins.plugins.sagemaker.lab.aws.learner.MetricDefinition;
import io.jenkins.plugins.sagemaker.lab.aws.learner.Predictor;
import io.jenkins.plugins.sagemaker.lab.aws.learner.TrainingContainer;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Algorithms with bugs must not leave anything hanging. */
class BrokenContainerTest {

    private static final Logger LOGGER = Logger.getLogger(TrainingRun.class.getPackageName());
    private static final String IMAGE = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/buggy:1";

    private boolean loads;

    private final SageMakerLab lab = new SageMakerLab(true, Algorithms.builtIn().with("buggy", new Algorithm() {
        @Override
        public List<MetricDefinition> metricDefinitions() {
            return List.of();
        }

        @Override
        public void train(TrainingContainer container) {
            throw new IllegalStateException("bug");
        }

        @Override
        public Predictor load(Map<String, byte[]> modelFiles) {
            if (!loads) {
                throw new IllegalStateException("bug");
            }
            return (body, contentType, accept) -> {
                throw new IllegalStateException("bug");
            };
        }
    }));

    @BeforeEach
    void expectWarnings() {
        LOGGER.setLevel(Level.OFF);
    }

    @AfterEach
    void restoreWarnings() {
        LOGGER.setLevel(null);
    }

    private void createEndpoint() {
        lab.call("CreateModel", "{\"ModelName\": \"m\", \"PrimaryContainer\": {\"Image\": \"" + IMAGE + "\"}}");
        lab.call("CreateEndpointConfig", SageMakerLab.config("m", "m"));
        lab.call("CreateEndpoint", SageMakerLab.names("m", "m"));
        lab.time.advanceSeconds(600);
    }

    @Test
    void failsTheJob() {
        var request = SageMakerLab.training("j");
        request.withObject("AlgorithmSpecification").put("TrainingImage", IMAGE);
        lab.call("CreateTrainingJob", request);
        lab.time.advanceSeconds(600);
        assertThat(lab.job("j").get("TrainingJobStatus").asText()).isEqualTo("Failed");
        assertThat(lab.job("j").get("FailureReason").asText()).startsWith("InternalServerError: ");
    }

    @Test
    void failsTheEndpoint() {
        createEndpoint();
        assertThat(lab.endpoint("m").get("EndpointStatus").asText()).isEqualTo("Failed");
        assertThat(lab.endpoint("m").get("FailureReason").asText()).contains("did not pass the ping health check");
    }

    @Test
    void failsTheInvocation() {
        loads = true;
        createEndpoint();
        assertThatThrownBy(() -> lab.invoke("m", "text/csv", new byte[0]))
                .isInstanceOfSatisfying(AwsError.class, error -> {
                    assertThat(error.code()).isEqualTo("ModelError");
                    assertThat(error.details()).containsEntry("OriginalStatusCode", 500);
                })
                .hasMessageStartingWith("Received server error (500) from primary");
    }
}
