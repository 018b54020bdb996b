package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.AbortException;
import io.jenkins.plugins.sagemaker.training.RequestCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is wrong with the arguments of a step, so that all of it can be told at once. */
final class Problems {

    private final List<String> sentences = new ArrayList<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    void addAll(List<String> more) {
        sentences.addAll(more);
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    /** What is made of arguments; the other one if they are wrong, which is kept. */
    <T> T of(Supplier<T> made, T otherwise) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            sentences.add(e.getMessage());
            return otherwise;
        }
    }

    /** @throws AbortException with all of them, if there are any */
    void tell(String step) throws AbortException {
        if (!sentences.isEmpty()) {
            throw new AbortException(step + ": " + RequestCheck.message(sentences));
        }
    }
}
