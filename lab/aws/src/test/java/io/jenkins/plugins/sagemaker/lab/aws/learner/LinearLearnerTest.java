package io.jenkins.plugins.sagemaker.lab.aws.learner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearLearnerTest {

    private final Algorithm algorithm = new LinearLearner();

    /** y = 3a - 200b + 7, with columns of very different size. */
    private static String line(int rows, long seed) {
        var random = new Random(seed);
        var csv = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            double a = random.nextDouble() * 1000;
            double b = random.nextDouble();
            csv.append(3 * a - 200 * b + 7)
                    .append(',')
                    .append(a)
                    .append(',')
                    .append(b)
                    .append('\n');
        }
        return csv.toString();
    }

    /** Three clouds of points. */
    private static String clouds(int rows, long seed, int classes) {
        var random = new Random(seed);
        var csv = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            int label = i % classes;
            csv.append(label)
                    .append(',')
                    .append(10 * Math.cos(2 * label) + random.nextGaussian())
                    .append(',')
                    .append(10 * Math.sin(2 * label) + random.nextGaussian())
                    .append("\r\n");
        }
        return csv.toString();
    }

    @Test
    void learnsALine() throws Exception {
        RecordingContainer container = new RecordingContainer()
                .with("predictor_type", "regressor")
                .with("epochs", "60")
                .with("mini_batch_size", "20")
                .withCsv("train", line(300, 1))
                .withCsv("validation", line(50, 2));
        algorithm.train(container);

        assertThat(container.metric(algorithm, "validation:rmse"))
                .hasSize(60)
                .last()
                .satisfies(rmse -> assertThat(rmse).isLessThan(20));
        String body = algorithm
                .load(container.model())
                .answer("500,0.5\n100,0.25\n".getBytes(UTF_8), "text/csv", "text/csv")
                .body();
        String[] numbers = body.split("\n");
        assertThat(numbers).hasSize(2);
        assertThat(Double.parseDouble(numbers[0])).isCloseTo(1407, Offset.offset(30.0));
        assertThat(Double.parseDouble(numbers[1])).isCloseTo(257, Offset.offset(30.0));
    }

    @Test
    void learnsClasses() throws Exception {
        RecordingContainer container = new RecordingContainer()
                .with("predictor_type", "multiclass_classifier")
                .with("num_classes", "3")
                .with("mini_batch_size", "20")
                .withCsv("train", clouds(150, 1, 3))
                .withCsv("validation", clouds(60, 2, 3));
        algorithm.train(container);

        assertThat(container.metric(algorithm, "validation:multiclass_accuracy"))
                .last()
                .isEqualTo(1.0);
        JsonNode answer = new ObjectMapper()
                .readTree(algorithm
                        .load(container.model())
                        .answer(
                                "{\"instances\": [{\"features\": [10, 0]}, {\"features\": [-4.2, 9.1]}]}"
                                        .getBytes(UTF_8),
                                "application/json",
                                null)
                        .body());
        assertThat(answer.at("/predictions/0/predicted_label").asInt()).isZero();
        assertThat(answer.at("/predictions/0/score")).hasSize(3);
        assertThat(answer.at("/predictions/1/predicted_label").asInt()).isEqualTo(1);
    }

    @Test
    void scoresTheSecondOfTwoClasses() throws Exception {
        RecordingContainer container = new RecordingContainer()
                .with("predictor_type", "binary_classifier")
                .with("mini_batch_size", "20")
                .withCsv("train", clouds(100, 1, 2));
        algorithm.train(container);
        assertThat(container.metric(algorithm, "train:binary_classification_accuracy"))
                .last()
                .isEqualTo(1.0);
        String body = algorithm
                .load(container.model())
                .answer("-4.2,9.1".getBytes(UTF_8), "text/csv", "application/json")
                .body();
        double score =
                new ObjectMapper().readTree(body).at("/predictions/0/score").asDouble();
        assertThat(score).isBetween(0.9, 1.0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            label,a,b  | train/train.csv line 1 is not all numbers (field 1 is 'label')
            1,2,3@1,2  | train/train.csv line 2 has 2 columns, but 3 are expected.
            1          | train/train.csv line 1 has 1 columns, but 2 are expected.
            7,1,2      | Row 1 of channel 'train' has label 7.0, but classes go from 0 to 1.
            0.5,1,2    | Row 1 of channel 'train' has label 0.5
            1,,2       | field 2 is ''
            1,NaN,2    | field 2 is 'NaN'
            """)
    void namesTheBadLine(String csv, String message) {
        RecordingContainer container = new RecordingContainer()
                .with("predictor_type", "binary_classifier")
                .withCsv("train", csv.replace('@', '\n'));
        assertThatThrownBy(() -> algorithm.train(container))
                .isInstanceOf(ContainerFailure.class)
                .hasMessageContaining(message);
    }

    @Test
    void saysWhenTheTrainingDiverges() {
        RecordingContainer container = new RecordingContainer()
                .with("predictor_type", "regressor")
                .with("optimizer", "sgd")
                .with("learning_rate", "1e200")
                .with("mini_batch_size", "10")
                .withCsv("train", line(50, 1));
        assertThatThrownBy(() -> algorithm.train(container))
                .isInstanceOfSatisfying(
                        ContainerFailure.class,
                        failure -> assertThat(failure.reason())
                                .startsWith("AlgorithmError: The training diverged in epoch 0")
                                .endsWith("exit code: 1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,2,3   | Row 1 has 3 features, but the model takes 2.
            1,x     | Row 1 is not all numbers
            ''      | The request has no rows.
            """)
    void refusesBadRows(String csv, String message) throws Exception {
        RecordingContainer container =
                new RecordingContainer().with("predictor_type", "regressor").withCsv("train", line(50, 1));
        algorithm.train(container);
        Predictor predictor = algorithm.load(container.model());
        assertThatThrownBy(() -> predictor.answer(csv.getBytes(UTF_8), "text/csv", null))
                .isInstanceOfSatisfying(
                        InvocationFailure.class,
                        failure -> assertThat(failure.status()).isEqualTo(400))
                .hasMessageContaining(message);
    }
}
