package io.jenkins.plugins.sagemaker.lab.cli.report;

/** How a build, a stage or a step has ended, the worst last. */
public enum Outcome {
    SKIPPED("skipped", "–"),
    SUCCESS("passed", "✓"),
    UNSTABLE("unstable", "!"),
    FAILURE("failed", "✕"),
    ABORTED("aborted", "■");

    private final String word;
    private final String sign;

    Outcome(String word, String sign) {
        this.word = word;
        this.sign = sign;
    }

    /** As in "Stage Train failed". */
    public String word() {
        return word;
    }

    /** Stands beside the colour, so that nobody needs to tell colours apart. */
    String sign() {
        return sign;
    }

    String style() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public Outcome worseOf(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
