package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.HandlerFailure;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.TemplateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes the resources of a stack through one phase, each as soon as those that it needs are through, independent ones at the same time.
 * Between two turns of a step nothing but a task on the timeline exists: no thread waits.
 */
final class Wave {

    private static final Logger LOGGER = Logger.getLogger(Wave.class.getName());
    private static final Duration START = Duration.ofSeconds(1);

    private final Object lock;
    private final Timeline timeline;
    private final Map<String, Step> pending;
    private final Map<String, Set<String>> needs;
    private final boolean stopAtFailure;
    private final Consumer<List<String>> end;
    private final Map<String, Step> running = new LinkedHashMap<>();
    private final Map<String, Timeline.Cancellable> alarms = new HashMap<>();
    private final Set<String> busy = new HashSet<>();
    private final List<String> failed = new ArrayList<>();
    private boolean stopping;
    private boolean ended;

    /** The work on one resource. */
    interface Step {

        /**
         * Does the next bit of work, without the lock.
         *
         * @return the time until the next turn, or empty if the work is done
         */
        Optional<Duration> advance() throws HandlerFailure, TemplateException;

        /** Notes that the work failed; called under the lock. */
        void failed(String reason);

        /** Notes that the work is given up, because another step failed or a user wants so; called under the lock. */
        void cancelled();
    }

    /**
     * A wave that has not started.
     *
     * @param lock guards steps and wave
     * @param steps by logical id
     * @param needs which logical ids each step waits for; those without a step are not waited for
     * @param stopAtFailure whether the first failure ends everything, or only what needs the failed one
     * @param end is told the logical ids that failed, under the lock, once no step is running
     */
    Wave(
            Object lock,
            Timeline timeline,
            Map<String, ? extends Step> steps,
            Map<String, Set<String>> needs,
            boolean stopAtFailure,
            Consumer<List<String>> end) {
        this.lock = lock;
        this.timeline = timeline;
        this.pending = new LinkedHashMap<>(steps);
        this.needs = new HashMap<>();
        steps.keySet().forEach(id -> {
            Set<String> own = new LinkedHashSet<>(needs.getOrDefault(id, Set.of()));
            own.retainAll(steps.keySet());
            this.needs.put(id, own);
        });
        this.stopAtFailure = stopAtFailure;
        this.end = end;
    }

    /** Starts all steps that need no other; to be called under the lock. */
    void start() {
        startReady();
        endIfIdle();
    }

    /** Gives up all steps that are not in the middle of a turn; those follow at its end. To be called under the lock. */
    void stop() {
        stopping = true;
        for (String id : new ArrayList<>(running.keySet())) {
            if (!busy.contains(id)) {
                alarms.get(id).cancel();
                running.remove(id).cancelled();
            }
        }
        endIfIdle();
    }

    private void startReady() {
        if (stopping) {
            return;
        }
        for (String id : new ArrayList<>(pending.keySet())) {
            if (needs.get(id).isEmpty()) {
                running.put(id, pending.remove(id));
                schedule(id, START);
            }
        }
    }

    private void schedule(String id, Duration delay) {
        alarms.put(id, timeline.after(delay, () -> turn(id)));
    }

    private void turn(String id) {
        Step step;
        synchronized (lock) {
            step = running.get(id);
            if (step == null) {
                return;
            }
            busy.add(id);
        }
        Optional<Duration> next = Optional.empty();
        String failure = null;
        try {
            next = step.advance();
        } catch (HandlerFailure | TemplateException e) {
            failure = e.getMessage();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, e, () -> "The local CloudFormation failed at resource " + id);
            failure = "Internal Failure: " + e;
        }
        synchronized (lock) {
            busy.remove(id);
            settle(id, step, next, failure);
        }
    }

    private void settle(String id, Step step, Optional<Duration> next, String failure) {
        if (failure == null && next.isPresent() && !stopping) {
            schedule(id, next.get());
            return;
        }
        running.remove(id);
        if (failure != null) {
            step.failed(failure);
            failed.add(id);
            if (stopAtFailure) {
                stop();
                return;
            }
        } else if (next.isPresent()) {
            step.cancelled();
        } else {
            needs.values().forEach(need -> need.remove(id));
            startReady();
        }
        endIfIdle();
    }

    private void endIfIdle() {
        if (running.isEmpty() && !ended) {
            ended = true;
            timeline.after(START, () -> {
                synchronized (lock) {
                    end.accept(List.copyOf(failed));
                }
            });
        }
    }
}
