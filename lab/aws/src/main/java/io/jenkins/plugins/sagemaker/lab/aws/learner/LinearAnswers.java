package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tribuo.Model;

/**
 * Answers rows as SageMaker's linear learner does: JSON with scores and labels, or CSV with the label or number alone.
 */
final class LinearAnswers implements Predictor {

    private final String predictorType;
    private final Scaling scaling;
    private final Scaling label;
    private final LinearModel model;

    /** @param label how labels were scaled for a regression, else null */
    LinearAnswers(String predictorType, Scaling scaling, Scaling label, LinearModel model) {
        this.predictorType = predictorType;
        this.scaling = scaling;
        this.label = label;
        this.model = model;
    }

    static LinearModel linear(Model<?> model, int outputs) throws ContainerFailure {
        try {
            return LinearModel.of(model, outputs);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw ContainerFailure.algorithm("The model file does not fit this container: " + e.getMessage() + ".");
        }
    }

    @Override
    public Answer answer(byte[] body, String contentType, String accept) throws InvocationFailure {
        List<double[]> rows = TabularRequest.rows(body, contentType, scaling.means().length);
        boolean csv = MediaTypes.essence(accept).equals(MediaTypes.CSV);
        if (csv) {
            return new Answer(
                    rows.stream().map(scaling::scale).map(this::plain).collect(Collectors.joining("\n")),
                    MediaTypes.CSV);
        }
        return new Answer(
                rows.stream()
                        .map(scaling::scale)
                        .map(this::json)
                        .collect(Collectors.joining(", ", "{\"predictions\": [", "]}")),
                MediaTypes.JSON);
    }

    private String plain(double[] row) {
        return predictorType.equals(LinearSettings.REGRESSOR)
                ? Double.toString(number(row))
                : Integer.toString(Probabilities.best(model.probabilities(row)));
    }

    private String json(double[] row) {
        if (predictorType.equals(LinearSettings.REGRESSOR)) {
            return "{\"score\": " + number(row) + "}";
        }
        double[] probabilities = model.probabilities(row);
        String score = predictorType.equals(LinearSettings.BINARY)
                ? Double.toString(probabilities[1])
                : Arrays.toString(probabilities);
        return "{\"score\": " + score + ", \"predicted_label\": " + Probabilities.best(probabilities) + "}";
    }

    private double number(double[] row) {
        return model.scores(row)[0] * label.deviations()[0] + label.means()[0];
    }
}
