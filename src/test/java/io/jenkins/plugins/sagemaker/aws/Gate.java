package io.jenkins.plugins.sagemaker.aws;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The way from a controller to fakes of AWS: counts the calls, and loses questions, answers or the controller itself. */
public final class Gate {

    /** Thrown where a controller dies. */
    public static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("the controller is gone");
        }
    }

    /** Every call by name, in order. */
    public final List<String> calls = new ArrayList<>();

    private final Map<String, Deque<Optional<RuntimeException>>> refusals = new HashMap<>();
    private final Map<String, Deque<Optional<RuntimeException>>> losses = new HashMap<>();
    private int crashAt = -1;
    private boolean crashAfterEffect;
    private Runnable crash = () -> {};

    /** The n-th call from now on, counted from 0, is the last that the controller makes, before or after its effect. */
    public void crashAt(int call, boolean afterEffect, Runnable how) {
        crashAt = calls.size() + call;
        crashAfterEffect = afterEffect;
        crash = how;
    }

    /** The next call of this name is answered by an error and has no effect. */
    public void refuse(String call, RuntimeException error) {
        refusals.computeIfAbsent(call, c -> new ArrayDeque<>()).add(Optional.of(error));
    }

    /** The next call of this name is answered; errors that are added from here on are for the calls behind it. */
    public void letPass(String call) {
        refusals.computeIfAbsent(call, c -> new ArrayDeque<>()).add(Optional.empty());
    }

    /** The next call of this name has its effect, but its answer is lost. */
    public void loseAnswer(String call, RuntimeException error) {
        losses.computeIfAbsent(call, c -> new ArrayDeque<>()).add(Optional.of(error));
    }

    public <T> T pass(String call, Supplier<T> effect) {
        int n = calls.size();
        calls.add(call);
        dieIf(n == crashAt && !crashAfterEffect);
        throwNext(refusals.get(call));
        T answer = effect.get();
        throwNext(losses.get(call));
        dieIf(n == crashAt && crashAfterEffect);
        return answer;
    }

    private void dieIf(boolean now) {
        if (now) {
            crash.run();
            throw new Crash();
        }
    }

    private static void throwNext(Deque<Optional<RuntimeException>> errors) {
        Optional<RuntimeException> next = errors == null || errors.isEmpty() ? Optional.empty() : errors.poll();
        if (next.isPresent()) {
            throw next.get();
        }
    }
}
