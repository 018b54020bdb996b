package io.jenkins.plugins.sagemaker.nag.template;

/** Counts what a template unfolds to, aliases written out, and refuses it beyond the {@link Limits}. */
final class ValueBudget {
    private static final int CHARACTERS_PER_VALUE = 64;

    private final Limits limits;
    private long values;

    ValueBudget(Limits limits) {
        this.limits = limits;
    }

    long spent() {
        return values;
    }

    void spendOn(String text) {
        spend(text.length() / CHARACTERS_PER_VALUE);
    }

    void spend(long count) {
        values += count;
        if (values > limits.values()) {
            throw new UnreadableTemplateException(
                    "The template unfolds to more than %d values; an alias that multiplies itself does that."
                            .formatted(limits.values()));
        }
    }

    void checkDepth(int depth) {
        if (depth > limits.depth()) {
            throw new UnreadableTemplateException(
                    "Maps and lists are nested more than %d deep.".formatted(limits.depth()));
        }
    }
}
