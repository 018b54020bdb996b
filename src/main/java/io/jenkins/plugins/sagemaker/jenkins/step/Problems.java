package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.AbortException;
import io.jenkins.plugins.sagemaker.training.RequestCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is wrong with the arguments of a step, so that all of it can be told at once. */
final class Problems {

    private final List<String> sentences = new ArrayList<>();

    /** One that is known already is not told twice. */
    void add(String sentence) {
        if (!sentences.contains(sentence)) {
            sentences.add(sentence);
        }
    }

    void addAll(List<String> more) {
        more.forEach(this::add);
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    /** What is made of arguments; the other one if they are wrong, which is kept. */
    <T> T of(Supplier<T> made, T otherwise) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            add(e.getMessage());
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
