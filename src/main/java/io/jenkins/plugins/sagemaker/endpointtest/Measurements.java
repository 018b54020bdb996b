package io.jenkins.plugins.sagemaker.endpointtest;

import io.jenkins.plugins.sagemaker.endpointtest.Answer.Given;
import io.jenkins.plugins.sagemaker.endpointtest.Answer.None;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that has been measured so far. A round works on a copy, so that what a state holds never changes.
 *
 * <p>A request counts as gone wrong if it brought no answer, a refusal, or an answer that cannot be understood.
 */
final class Measurements implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_EXAMPLES = 10;

    private Latencies single = new Latencies();
    private Latencies load = new Latencies();
    private QualityTally quality;
    private TreeMap<String, Integer> variants = new TreeMap<>();
    private List<String> mistakes = new ArrayList<>();
    private List<String> errors = new ArrayList<>();
    private int items;
    private int loadRequests;
    private int wrong;
    private long loadMicros;

    /** @param quality null without a labelled data set */
    Measurements(QualityTally quality) {
        this.quality = quality;
    }

    Measurements copy() {
        Measurements copy = new Measurements(quality == null ? null : quality.copy());
        copy.single = single.copy();
        copy.load = load.copy();
        copy.variants = new TreeMap<>(variants);
        copy.mistakes = new ArrayList<>(mistakes);
        copy.errors = new ArrayList<>(errors);
        copy.items = items;
        copy.loadRequests = loadRequests;
        copy.wrong = wrong;
        copy.loadMicros = loadMicros;
        return copy;
    }

    void addCase(Given answer) {
        single.add(answer.micros());
        count(answer);
    }

    void addItem(String name, String label, Answer answer, AnswerReader reader) {
        items++;
        if (!(answer instanceof Given given) || !given.good()) {
            error(name, answer);
            return;
        }
        single.add(given.micros());
        count(given);
        try {
            String mistake = quality.add(label, reader.read(given.body()));
            if (!mistake.isEmpty() && mistakes.size() < MOST_EXAMPLES) {
                mistakes.add(name + ": " + mistake);
            }
        } catch (IllegalArgumentException e) {
            wrong++;
            example(name + ": the answer " + e.getMessage() + ": " + given.quote());
        }
    }

    void addLoad(String name, Answer answer) {
        loadRequests++;
        if (answer instanceof Given given && given.good()) {
            load.add(given.micros());
            count(given);
        } else {
            error(name, answer);
        }
    }

    void addLoadTime(long micros) {
        loadMicros += micros;
    }

    private void error(String name, Answer answer) {
        wrong++;
        example(name + ": " + (answer instanceof None none ? none.reason() : ((Given) answer).refusal()));
    }

    private void example(String text) {
        if (errors.size() < MOST_EXAMPLES) {
            errors.add(text);
        }
    }

    private void count(Given answer) {
        if (!answer.variant().isEmpty()) {
            variants.merge(answer.variant(), 1, Integer::sum);
        }
    }

    /** Of the load if there was one, else of all other answers. */
    Latencies latencies() {
        return loadRequests > 0 ? load : single;
    }

    /** Answers of the load in a second; 0 without a load. */
    double throughput() {
        return loadMicros == 0 ? 0 : load.count() * 1e6 / loadMicros;
    }

    int requests() {
        return items + loadRequests;
    }

    int wrong() {
        return wrong;
    }

    double errorRate() {
        return requests() == 0 ? 0 : wrong / (double) requests();
    }

    QualityTally quality() {
        return quality;
    }

    /** The first predictions that were wrong. */
    List<String> mistakes() {
        return mistakes;
    }

    /** The first requests that went wrong. */
    List<String> errors() {
        return errors;
    }

    Map<String, Integer> variants() {
        return variants;
    }
}
