package io.jenkins.plugins.sagemaker.nag.template;

/** Text under construction that refuses to outgrow memory: a few references to a long value unfold to a lot. */
final class BoundedText {
    static final int MOST_CHARACTERS = 20_000_000;

    private final StringBuilder text = new StringBuilder();

    BoundedText append(String part) {
        return append(part, 0, part.length());
    }

    BoundedText append(String whole, int from, int to) {
        refuseBeyond((long) text.length() + to - from);
        text.append(whole, from, to);
        return this;
    }

    static void refuseBeyond(long characters) {
        if (characters > MOST_CHARACTERS) {
            throw new UnreadableTemplateException(
                    "Functions unfold to more than %d characters of text.".formatted(MOST_CHARACTERS));
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
