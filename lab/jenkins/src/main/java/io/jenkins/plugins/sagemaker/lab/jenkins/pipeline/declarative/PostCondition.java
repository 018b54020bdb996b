package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import hudson.model.Result;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/** When a block of {@code post} runs; in the order in which they run. */
enum PostCondition {
    ALWAYS("always", (now, before) -> true),
    CHANGED("changed", (now, before) -> before == null || now != before),
    FIXED("fixed", (now, before) -> now == Result.SUCCESS && (before == Result.FAILURE || before == Result.UNSTABLE)),
    REGRESSION("regression", (now, before) -> before != null && now.isWorseThan(before)),
    ABORTED("aborted", (now, before) -> now == Result.ABORTED),
    SUCCESS("success", (now, before) -> now == Result.SUCCESS),
    UNSUCCESSFUL("unsuccessful", (now, before) -> now != Result.SUCCESS),
    UNSTABLE("unstable", (now, before) -> now == Result.UNSTABLE),
    FAILURE("failure", (now, before) -> now == Result.FAILURE),
    NOT_BUILT("notBuilt", (now, before) -> now == Result.NOT_BUILT),
    CLEANUP("cleanup", (now, before) -> true);

    /** As they are written, in that order. */
    static final List<String> NAMES =
            Arrays.stream(values()).map(condition -> condition.symbol).toList();

    private final String symbol;
    private final BiPredicate<Result, Result> test;

    PostCondition(String symbol, BiPredicate<Result, Result> test) {
        this.symbol = symbol;
        this.test = test;
    }

    static PostCondition of(String symbol) {
        return values()[NAMES.indexOf(symbol)];
    }

    /** Whether it holds. {@code changed}, {@code fixed} and {@code regression} look at the whole build, never at a stage. */
    boolean holds(Result ofTheBuild, Result ofTheStage, Result previous) {
        boolean compares = this == CHANGED || this == FIXED || this == REGRESSION;
        return test.test(compares ? ofTheBuild : ofTheStage, previous);
    }
}
