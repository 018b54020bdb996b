package io.jenkins.plugins.sagemaker.endpointtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jenkins.plugins.sagemaker.endpointtest.Prediction.Ranked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads a prediction from an answer in one of the forms that SageMaker's algorithms and most containers use: a list of class scores; one
 * number; a class name; an object that tells its class ({@code "predicted_label"}, {@code "label"}), and {@code score}, {@code scores},
 * {@code probability} or {@code probabilities}; an object with {@code predictions}; each also as a list of one. Text that is no JSON is
 * read as numbers or words with commas between.
 *
 * @param labels names of the classes in the model's order; empty if the classes' names are their numbers
 * @param path a JSONPath to the prediction within the answer; empty if the answer is the prediction
 */
record AnswerReader(List<String> labels, String path) {

    private static final ObjectReader JSON =
            new ObjectMapper().readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final List<String> LABEL_FIELDS = List.of("predicted_label", "label");
    private static final List<String> SCORE_FIELDS = List.of("probabilities", "scores", "score", "probability");

    /** @throws IllegalArgumentException with the end of a sentence that begins with "the answer" */
    Prediction read(String body) {
        JsonNode root = parse(body.strip());
        return prediction(path.isEmpty() ? root : JsonPaths.read(root, path));
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readValue(body);
        } catch (JsonProcessingException e) {
            String[] parts = body.split(",", -1);
            if (parts.length == 1) {
                return TextNode.valueOf(body);
            }
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (String part : parts) {
                double number = Numbers.parse(part);
                list.add(Double.isNaN(number) ? TextNode.valueOf(part.strip()) : DoubleNode.valueOf(number));
            }
            return list;
        }
    }

    private Prediction prediction(JsonNode node) {
        if (node.isArray() && node.size() == 1) {
            return prediction(node.get(0));
        }
        if (node.isArray() && isNumbers(node)) {
            return ranked(node);
        }
        if (node.isObject() && node.path("predictions").isArray()) {
            return prediction(node.get("predictions"));
        }
        if (node.isObject()) {
            return fromFields(node);
        }
        if (node.isNumber()) {
            return fromNumber(node.asDouble(), node.asText());
        }
        if (node.isTextual() && !node.asText().isBlank()) {
            double number = Numbers.parse(node.asText());
            return Double.isNaN(number)
                    ? new Prediction(List.of(new Ranked(node.asText().strip(), Double.NaN)), Double.NaN)
                    : fromNumber(number, node.asText());
        }
        throw new IllegalArgumentException("holds no prediction in a form that is known; give answerPath");
    }

    private Prediction fromFields(JsonNode node) {
        JsonNode scores = first(node, SCORE_FIELDS);
        JsonNode label = first(node, LABEL_FIELDS);
        if (scores != null && isNumbers(scores) && scores.size() > 1) {
            return ranked(scores);
        }
        if (label != null && label.isValueNode()) {
            double number = label.isNumber() ? label.asDouble() : Double.NaN;
            return Double.isNaN(number)
                    ? new Prediction(List.of(new Ranked(label.asText(), Double.NaN)), Double.NaN)
                    : new Prediction(certain(number, label.asText(), scores), number);
        }
        if (scores != null) {
            return prediction(scores);
        }
        throw new IllegalArgumentException("has none of the fields " + String.join(", ", LABEL_FIELDS) + ", "
                + String.join(", ", SCORE_FIELDS) + "; give answerPath");
    }

    /** A class number beside which one score may stand: that of class 1 of two, as the linear learner answers. */
    private List<Ranked> certain(double number, String text, JsonNode score) {
        if (score != null && score.isNumber() && isBinary() && (number == 0 || number == 1)) {
            double one = score.asDouble();
            var both = List.of(new Ranked(name(0), 1 - one), new Ranked(name(1), one));
            return number == 1 ? List.of(both.get(1), both.get(0)) : both;
        }
        return List.of(new Ranked(isClass(number) ? name((int) number) : Numbers.label(text), Double.NaN));
    }

    private Prediction fromNumber(double number, String text) {
        if (isBinary() && number >= 0 && number <= 1) {
            return new Prediction(
                    sorted(List.of(new Ranked(name(1), number), new Ranked(name(0), 1 - number))), number);
        }
        return new Prediction(
                List.of(new Ranked(isClass(number) ? name((int) number) : Numbers.label(text), Double.NaN)), number);
    }

    private Prediction ranked(JsonNode scores) {
        if (!labels.isEmpty() && labels.size() != scores.size()) {
            throw new IllegalArgumentException(
                    "holds " + scores.size() + " scores, but " + labels.size() + " labels are given");
        }
        List<Ranked> ranking = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            ranking.add(new Ranked(name(i), scores.get(i).asDouble()));
        }
        return new Prediction(sorted(ranking), Double.NaN);
    }

    private static List<Ranked> sorted(List<Ranked> ranking) {
        return ranking.stream()
                .sorted(Comparator.comparingDouble(Ranked::probability).reversed())
                .toList();
    }

    private boolean isBinary() {
        return labels.isEmpty() || labels.size() == 2;
    }

    private boolean isClass(double number) {
        return number % 1 == 0 && number >= 0 && number < (labels.isEmpty() ? Integer.MAX_VALUE : labels.size());
    }

    private String name(int index) {
        return labels.isEmpty() ? Integer.toString(index) : labels.get(index);
    }

    private static boolean isNumbers(JsonNode node) {
        if (!node.isArray() || node.isEmpty()) {
            return false;
        }
        for (JsonNode element : node) {
            if (!element.isNumber()) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode first(JsonNode node, List<String> fields) {
        return fields.stream().filter(node::has).findFirst().map(node::get).orElse(null);
    }
}
