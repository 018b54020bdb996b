package io.jenkins.plugins.sagemaker.lab.aws.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlgorithmsTest {

    @ParameterizedTest
    @CsvSource({
        "811284229777.dkr.ecr.us-east-1.amazonaws.com/image-classification:1, ImageClassification",
        "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1, GradientBoosting",
        "team/my-image-classification@sha256:0123, ImageClassification",
        "linear-learner, LinearLearner"
    })
    void knowsAnImageByItsRepository(String image, String algorithm) {
        assertThat(Algorithms.builtIn().find(image))
                .hasValueSatisfying(
                        found -> assertThat(found.getClass().getSimpleName()).isEqualTo(algorithm));
    }

    @ParameterizedTest
    @CsvSource({"xgboost.example.com/team/other:1", "alpine:image-classification", "localhost:5000/alpine"})
    void looksAtNothingButTheRepository(String image) {
        assertThat(Algorithms.builtIn().find(image)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:1, team/app, 123456789012",
        "localhost:5000/app@sha256:01, app, ''",
        "team/app:2, team/app, ''"
    })
    void takesUrisApart(String uri, String repository, String account) {
        ImageUri image = ImageUri.parse(uri);
        assertThat(image.repository()).isEqualTo(repository);
        assertThat(image.account()).isEqualTo(account);
    }

    @Test
    void asksTheLatestAdditionFirst() {
        var own = new Algorithm() {
            @Override
            public List<MetricDefinition> metricDefinitions() {
                return List.of();
            }

            @Override
            public void train(TrainingContainer container) {
                container.log("own");
            }

            @Override
            public Predictor load(Map<String, byte[]> modelFiles) {
                return (body, contentType, accept) -> new Predictor.Answer("", "text/plain");
            }
        };
        assertThat(Algorithms.builtIn().with("xgboost", own).find("sagemaker-xgboost"))
                .contains(own);
    }

    @ParameterizedTest
    @CsvSource({"xgboost, objective", "linear-learner, predictor_type", "image-classification, num_classes"})
    void aModelOfAnotherAlgorithmIsNotServed(String image, String missing) {
        Map<String, byte[]> foreign = Map.of("model.json", "{\"colour\":\"red\"}".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Algorithms.builtIn().find(image).orElseThrow().load(foreign))
                .isInstanceOf(ContainerFailure.class)
                .hasMessageContaining("The model data is not of this algorithm: its model.json has no " + missing);
    }
}
