package io.jenkins.plugins.sagemaker.lab.aws.learner;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Answers rows as SageMaker's XGBoost does: one line of numbers per row, or JSON if the client asks for it. */
final class BoostedAnswers implements Predictor {

    private final String objective;
    private final BoostedTrees trees;

    BoostedAnswers(String objective, BoostedTrees trees) {
        this.objective = objective;
        this.trees = trees;
    }

    @Override
    public Answer answer(byte[] body, String contentType, String accept) throws InvocationFailure {
        List<double[]> rows = TabularRequest.rows(body, contentType, trees.columns());
        if (MediaTypes.essence(accept).equals(MediaTypes.JSON)) {
            String answers = rows.stream()
                    .map(row -> "{\"score\": " + numbers(row, "[", "]") + "}")
                    .collect(Collectors.joining(", ", "{\"predictions\": [", "]}"));
            return new Answer(answers, MediaTypes.JSON);
        }
        return new Answer(
                rows.stream().map(row -> numbers(row, "", "")).collect(Collectors.joining("\n")), MediaTypes.CSV);
    }

    private String numbers(double[] row, String open, String close) {
        double[] margins = trees.margins(row);
        return switch (objective) {
            case "binary:logistic", "reg:logistic" -> Double.toString(Probabilities.sigmoid(margins[0]));
            case "multi:softmax" -> Double.toString((double) Probabilities.best(margins));
            case "multi:softprob" ->
                Arrays.stream(Probabilities.softmax(margins))
                        .mapToObj(Double::toString)
                        .collect(Collectors.joining(",", open, close));
            default -> Double.toString(margins[0]);
        };
    }
}
