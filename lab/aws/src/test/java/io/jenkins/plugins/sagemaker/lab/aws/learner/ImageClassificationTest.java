package io.jenkins.plugins.sagemaker.lab.aws.learner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.sagemaker.lab.aws.learner.Channel.InputFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageClassificationTest {

    private final Algorithm algorithm = new ImageClassification();

    private static RecordingContainer container() {
        return new RecordingContainer()
                .with("num_classes", "3")
                .with("num_training_samples", "90")
                .with("image_shape", "1,12,12")
                .with("epochs", "6")
                .with(Shapes.folders("train", 30, 0))
                .with(Shapes.folders("validation", 10, 1000));
    }

    @Test
    void recognisesPicturesItHasNeverSeen() throws Exception {
        RecordingContainer container = container();
        algorithm.train(container);
        Predictor predictor = algorithm.load(container.model());

        int right = 0;
        for (int seed = 5000; seed < 5030; seed++) {
            for (int kind = 0; kind < Shapes.CLASSES; kind++) {
                right += best(predictor, Shapes.png(kind, seed)) == kind ? 1 : 0;
            }
        }
        assertThat(right).isGreaterThanOrEqualTo(87);
    }

    private static int best(Predictor predictor, byte[] image) throws InvocationFailure {
        return Probabilities.best(probabilities(predictor, image));
    }

    private static double[] probabilities(Predictor predictor, byte[] image) throws InvocationFailure {
        String body = predictor.answer(image, "application/x-image", null).body();
        return Arrays.stream(body.substring(1, body.length() - 1).split(", "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Test
    void answersOneProbabilityPerClass() throws Exception {
        RecordingContainer container = container().with("num_classes", "5");
        algorithm.train(container);

        double[] p = probabilities(algorithm.load(container.model()), Shapes.jpeg(1, 77));
        assertThat(p).hasSize(5);
        assertThat(Arrays.stream(p).sum()).isCloseTo(1, Offset.offset(1e-9));
        assertThat(p[4]).as("a class without examples").isZero();
    }

    @Test
    void goesOnAfterTheEpochOfACheckpoint() throws Exception {
        RecordingContainer whole = container();
        algorithm.train(whole);
        RecordingContainer first = container().stoppedAfter(3);
        algorithm.train(first);
        RecordingContainer second = container();
        first.checkpoints().forEach(second::checkpoint);
        algorithm.train(second);

        assertThat(first.metric(algorithm, "train:accuracy")).hasSize(3);
        assertThat(second.metric(algorithm, "train:accuracy")).hasSize(3);
        assertThat(second.lines()).anyMatch(line -> line.contains("Going on after epoch 2"));
        assertThat(second.lines()).anyMatch(line -> line.contains("Epoch[5] Train-accuracy"));
        assertThat(second.metric(algorithm, "validation:accuracy")).last().isEqualTo(1.0);

        RecordingContainer third = container();
        second.checkpoints().forEach(third::checkpoint);
        algorithm.train(third);
        assertThat(third.metric(algorithm, "train:accuracy"))
                .as("nothing is left to do")
                .isEmpty();
        assertThat(best(algorithm.load(third.model()), Shapes.png(1, 5000))).isEqualTo(1);
    }

    @Test
    void refusesTheCheckpointOfAnotherModel() throws Exception {
        RecordingContainer other = container();
        algorithm.train(other);
        RecordingContainer container = container().with("image_shape", "1,8,8");
        other.checkpoints().forEach(container::checkpoint);

        assertThatThrownBy(() -> algorithm.train(container))
                .isInstanceOf(ContainerFailure.class)
                .hasMessageContaining("The checkpoint is of a model with other inputs or outputs");
    }

    @Test
    void logsEachEpochAndTakesItsTime() throws Exception {
        RecordingContainer container = container();
        algorithm.train(container);

        assertThat(container.metric(algorithm, "train:accuracy")).hasSize(6);
        assertThat(container.metric(algorithm, "validation:accuracy"))
                .hasSize(6)
                .last()
                .isEqualTo(1.0);
        assertThat(container.metric(algorithm, "validation:logloss")).hasSize(6);
        assertThat(container.lines()).anyMatch(line -> line.matches("\\[INFO] Epoch\\[0] Validation-accuracy=[0-9.]+"));
        assertThat(container.lines())
                .anyMatch(line -> line.matches(
                        "\\[INFO] #quality_metric: host=algo-1, epoch=5, train accuracy <score>=\\([0-9.]+\\)"));
        assertThat(container.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(6 * 3));
    }

    @Test
    void sameInputGivesTheSameCurve() throws Exception {
        RecordingContainer first = container();
        RecordingContainer second = container();
        algorithm.train(first);
        algorithm.train(second);
        assertThat(second.lines()).isEqualTo(first.lines());
    }

    @Test
    void hyperparametersMatter() throws Exception {
        assertThat(lossWith("epochs", "1")).isGreaterThan(2 * lossWith("epochs", "6"));
        assertThat(lossWith("learning_rate", "0.0001")).isGreaterThan(2 * lossWith("learning_rate", "0.1"));
        assertThat(lossWith("mini_batch_size", "90")).isNotEqualTo(lossWith("mini_batch_size", "8"));
        assertThat(lossWith("optimizer", "adam")).isNotEqualTo(lossWith("optimizer", "nag"));
        assertThat(lossWith("lr_scheduler_step", "1")).isNotEqualTo(lossWith("lr_scheduler_step", "5"));
        assertThat(lossWith("image_shape", "1,6,6")).isNotEqualTo(lossWith("image_shape", "1,12,12"));
    }

    private double lossWith(String hyperparameter, String value) throws Exception {
        RecordingContainer container = container().with(hyperparameter, value);
        algorithm.train(container);
        List<Double> losses = container.metric(algorithm, "train:logloss");
        return losses.get(losses.size() - 1);
    }

    @Test
    void endsEarlyWithoutProgress() throws Exception {
        RecordingContainer container = container()
                .with("epochs", "50")
                .with("early_stopping", "true")
                .with("early_stopping_min_epochs", "3")
                .with("early_stopping_patience", "2");
        algorithm.train(container);
        assertThat(container.metric(algorithm, "validation:accuracy")).hasSizeBetween(3, 20);
    }

    @Test
    void savesWhatItHasWhenTheJobIsStopped() throws Exception {
        RecordingContainer container = container().with("epochs", "50").stoppedAfter(2);
        algorithm.train(container);
        assertThat(container.metric(algorithm, "train:accuracy")).hasSize(2);
        assertThat(container.model()).isNotEmpty();
    }

    @Test
    void readsListsAsSageMakerDoes() throws Exception {
        List<InputFile> files = new ArrayList<>();
        var list = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            byte[] png = Shapes.png(i % 3, i);
            files.add(new InputFile("pictures/" + i + ".png", () -> png));
            list.append(i)
                    .append('\t')
                    .append(i % 3)
                    .append(".000000\tpictures/")
                    .append(i)
                    .append(".png\n");
        }
        byte[] bytes = list.toString().getBytes(UTF_8);
        var lists = new Channel("train_lst", null, List.of(new InputFile("train.lst", () -> bytes)));
        RecordingContainer container = new RecordingContainer()
                .with("num_classes", "3")
                .with("num_training_samples", "60")
                .with("image_shape", "3,12,12")
                .with(new Channel("train", null, files))
                .with(lists);
        algorithm.train(container);
        assertThat(container.metric(algorithm, "train:accuracy")).last().isEqualTo(1.0);
        assertThat(container.metric(algorithm, "validation:accuracy")).isEmpty();
    }

    @Test
    void numbersNamedFoldersAlikeInAllChannels() throws Exception {
        List<InputFile> train = new ArrayList<>();
        List<InputFile> validation = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            byte[] lying = Shapes.png(0, i);
            byte[] standing = Shapes.png(1, i);
            train.add(new InputFile("lying/" + i + ".png", () -> lying));
            train.add(new InputFile("standing/" + i + ".png", () -> standing));
            validation.add(new InputFile("standing/" + i + ".png", () -> standing));
        }
        RecordingContainer container = container()
                .with("num_classes", "2")
                .with("num_training_samples", "80")
                .with(new Channel("train", null, train))
                .with(new Channel("validation", null, validation));
        algorithm.train(container);
        assertThat(container.metric(algorithm, "validation:accuracy")).last().isEqualTo(1.0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            epochs               | 0       | Hyperparameter 'epochs' is '0', but must be an integer of at least 1.
            learning_rate        | abc     | Hyperparameter 'learning_rate' is 'abc', but must be a number from 0.0 to 1.0.
            learning_rate        | NaN     | Hyperparameter 'learning_rate' is 'NaN'
            num_classes          | 1       | Hyperparameter 'num_classes' is '1', but must be an integer of at least 2.
            num_classes          | 2       | gives class 2, but num_classes is 2: classes go from 0 to 1.
            mini_batch_size      | 91      | more than the num_training_samples of 90
            optimizer            | lbfgs   | must be one of [sgd, adam, rmsprop, nag]
            image_shape          | 3,224   | Hyperparameter 'image_shape' is '3,224'
            image_shape          | 3,16,16 | is 12 x 12 pixels, smaller than image_shape 3,16,16
            lr_scheduler_step    | ten     | Hyperparameter 'lr_scheduler_step' is 'ten'
            epoch                | 3       | Unknown hyperparameters [epoch]
            """)
    void refusesBadHyperparameters(String name, String value, String message) {
        assertThatThrownBy(() -> algorithm.train(container().with(name, value)))
                .isInstanceOf(ContainerFailure.class)
                .hasMessageContaining(message)
                .extracting(failure -> ((ContainerFailure) failure).reason())
                .asString()
                .startsWith("ClientError: ")
                .endsWith(", exit code: 2");
    }

    @ParameterizedTest
    @CsvSource({"num_classes", "num_training_samples"})
    void needsTheRequiredHyperparameters(String name) {
        assertThatThrownBy(() -> algorithm.train(container().without(name)))
                .hasMessage("The required hyperparameter '" + name + "' is missing.");
    }

    @Test
    void namesTheImageThatItCannotRead() {
        byte[] text = "no picture".getBytes(UTF_8);
        var train = new Channel("train", null, List.of(new InputFile("1/broken.png", () -> text)));
        assertThatThrownBy(() -> algorithm.train(container().with(train)))
                .hasMessage("Image train/1/broken.png cannot be read: it is neither a PNG nor a JPEG picture.");

        byte[] half = Arrays.copyOf(Shapes.png(1, 1), 60);
        var damaged = new Channel("train", null, List.of(new InputFile("1/half.png", () -> half)));
        assertThatThrownBy(() -> algorithm.train(container().with(damaged)))
                .isInstanceOf(ContainerFailure.class)
                .hasMessageContaining("Image train/1/half.png cannot be read");
    }

    @Test
    void needsTheTrainingChannel() {
        RecordingContainer container =
                new RecordingContainer().with("num_classes", "3").with("num_training_samples", "90");
        assertThatThrownBy(() -> algorithm.train(container)).hasMessageContaining("The channel 'train' is missing");
    }

    @Test
    void refusesWhatIsNoPicture() throws Exception {
        RecordingContainer container = container();
        algorithm.train(container);
        Predictor predictor = algorithm.load(container.model());

        assertThatThrownBy(() -> predictor.answer("hello".getBytes(UTF_8), "application/x-image", null))
                .isInstanceOfSatisfying(
                        InvocationFailure.class,
                        failure -> assertThat(failure.status()).isEqualTo(400))
                .hasMessageContaining("Unable to decode the image");
        assertThatThrownBy(() -> predictor.answer(Shapes.png(0, 1), "text/csv", null))
                .isInstanceOfSatisfying(
                        InvocationFailure.class,
                        failure -> assertThat(failure.status()).isEqualTo(415));
    }

    @Test
    void doesNotComeUpWithoutItsModel() throws Exception {
        assertThatThrownBy(() -> algorithm.load(Map.of()))
                .isInstanceOf(ContainerFailure.class)
                .hasMessageContaining("no file model.json");
        assertThatThrownBy(() -> algorithm.load(Map.of(
                        "model.json",
                        "{\"num_classes\": 3, \"image_shape\": \"3,8,8\"}".getBytes(UTF_8),
                        "model.tribuo",
                        new byte[] {9, 9, 9})))
                .isInstanceOf(ContainerFailure.class)
                .hasMessageContaining("model.tribuo cannot be read");
    }
}
