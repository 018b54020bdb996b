package io.jenkins.plugins.sagemaker.endpointtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.sagemaker.endpointtest.Answer.Given;
import java.io.Serializable;
import java.util.Optional;

/** What a case wants of its answer. */
public sealed interface Expectation extends Serializable {

    /** What is wrong, as a clause that follows the case's name; empty if nothing is. */
    Optional<String> complaint(Given answer, AnswerReader reader);

    /**
     * A class among the likeliest ones.
     *
     * @param topK at least 1: how many of the likeliest count
     */
    record Label(String label, int topK) implements Expectation {

        public Label {
            if (topK < 1) {
                throw new IllegalArgumentException("topK must be at least 1, but is " + topK + ".");
            }
        }

        @Override
        public Optional<String> complaint(Given answer, AnswerReader reader) {
            Prediction prediction;
            try {
                prediction = reader.read(answer.body());
            } catch (IllegalArgumentException e) {
                return Optional.of(
                        "expected label " + label + ", but the answer " + e.getMessage() + ": " + answer.quote());
            }
            return prediction.isAmong(topK, Numbers.label(label))
                    ? Optional.empty()
                    : Optional.of("expected label " + label + (topK == 1 ? "" : " among the first " + topK)
                            + ", but the answer was " + prediction);
        }
    }

    /** A text somewhere in the answer. */
    record Contains(String text) implements Expectation {
        @Override
        public Optional<String> complaint(Given answer, AnswerReader reader) {
            return answer.body().contains(text)
                    ? Optional.empty()
                    : Optional.of("expected an answer that contains '" + text + "', but it was " + answer.quote());
        }
    }

    /**
     * The whole answer as JSON; the order of an object's fields does not matter.
     *
     * @param tolerance how far each number may be off, absolute; 0 for not at all
     */
    record EqualsJson(String json, double tolerance) implements Expectation {

        public EqualsJson {
            Numbers.checkTolerance(tolerance);
            try {
                new ObjectMapper().readTree(json);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("equalsJson is not JSON: " + e.getOriginalMessage(), e);
            }
        }

        @Override
        public Optional<String> complaint(Given answer, AnswerReader reader) {
            JsonNode wanted;
            try {
                wanted = new ObjectMapper().readTree(json);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("was checked in the constructor", e);
            }
            try {
                return JsonDifference.first(new ObjectMapper().readTree(answer.body()), wanted, tolerance);
            } catch (JsonProcessingException e) {
                return Optional.of("expected JSON, but the answer was " + answer.quote());
            }
        }
    }

    /**
     * A value at a JSONPath.
     *
     * @param op {@code ==}, {@code !=}, {@code <}, {@code <=}, {@code >}, {@code >=}, {@code contains} or {@code exists}
     * @param value compared as a number if both are numbers, else as text
     * @param tolerance how far a number may be off, absolute
     */
    record JsonPath(String path, String op, String value, double tolerance) implements Expectation {

        public JsonPath {
            JsonPaths.check(path);
            Numbers.checkTolerance(tolerance);
            JsonComparison.check(op, value);
        }

        @Override
        public Optional<String> complaint(Given answer, AnswerReader reader) {
            String wanted = "expected " + path + " " + op + (op.equals("exists") ? "" : " " + value) + ", but ";
            try {
                JsonNode found = JsonPaths.read(new ObjectMapper().readTree(answer.body()), path);
                return JsonComparison.holds(found, op, value, tolerance)
                        ? Optional.empty()
                        : Optional.of(wanted + "it is " + JsonDifference.shown(found));
            } catch (JsonProcessingException e) {
                return Optional.of(wanted + "the answer is not JSON: " + answer.quote());
            } catch (IllegalArgumentException e) {
                return Optional.of(wanted + "the answer " + e.getMessage() + ": " + answer.quote());
            }
        }
    }

    /** One number between two, both included. */
    record NumericRange(double min, double max) implements Expectation {

        public NumericRange {
            if (!(min <= max)) {
                throw new IllegalArgumentException(
                        "The numeric range from " + Numbers.plain(min) + " to " + Numbers.plain(max) + " is empty.");
            }
        }

        @Override
        public Optional<String> complaint(Given answer, AnswerReader reader) {
            String wanted = "expected a number from " + Numbers.plain(min) + " to " + Numbers.plain(max) + ", but ";
            double number;
            try {
                number = reader.read(answer.body()).number();
            } catch (IllegalArgumentException e) {
                return Optional.of(wanted + "the answer " + e.getMessage() + ": " + answer.quote());
            }
            if (Double.isNaN(number)) {
                return Optional.of(wanted + "the answer is none: " + answer.quote());
            }
            return number >= min && number <= max
                    ? Optional.empty()
                    : Optional.of(wanted + "it was " + Numbers.plain(number));
        }
    }

    /** A bound on the time of this one call, in milliseconds. */
    record MaxLatency(long millis) implements Expectation {
        @Override
        public Optional<String> complaint(Given answer, AnswerReader reader) {
            return answer.micros() <= millis * 1000
                    ? Optional.empty()
                    : Optional.of("expected an answer within " + millis + " ms, but it took "
                            + Numbers.shortly(answer.micros() / 1000.0) + " ms");
        }
    }

    /** The container's status: 200, or the one with which it shall refuse a bad request. Without this a case wants 200. */
    record Status(int status) implements Expectation {
        @Override
        public Optional<String> complaint(Given answer, AnswerReader reader) {
            if (answer.status() == status) {
                return Optional.empty();
            }
            String came = answer.good() ? "the model answered with status 200: " + answer.quote() : answer.refusal();
            return Optional.of("expected status " + status + ", but " + came);
        }
    }
}
