package io.jenkins.plugins.sagemaker.operation;

import io.jenkins.plugins.sagemaker.operation.Wait.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whose turn it is to look. Each cause has a pace of its own, which holds for all waits together, however many there are, so that their sum stays
 * far below the request budget: those that are over go first, five a second; those that have changed, three a second; those that go on after a
 * restart, five a second; those whose round has failed, one a second; all others one after another, one in two seconds and each at most once a minute. Those that follow a log read on one after another.
 */
final class Turns {

    /** How long each wait is left in peace by its mere turn. */
    static final Duration BETWEEN_TURNS = Pacing.LONGEST;

    /** How long a log is left alone. */
    static final Duration BETWEEN_FOLLOWS = Duration.ofSeconds(10);

    private static final Duration BEFORE_RETRY = Duration.ofSeconds(10);

    private static final Duration PACE_OVER = Duration.ofMillis(200);
    private static final Duration PACE_CHANGED = Duration.ofMillis(333);
    private static final Duration PACE_RESUMED = Duration.ofMillis(200);
    private static final Duration PACE_RETRY = Duration.ofSeconds(1);
    private static final Duration PACE_FOLLOW = Duration.ofMillis(400);

    /** The pace of mere turns, with a list that works and without one. */
    static final Duration PACE_TURN = Duration.ofSeconds(2);

    static final Duration PACE_TURN_BLIND = Duration.ofMillis(200);

    /** By name, the one that has not looked for longest first. */
    private final Map<String, Wait> waits = new LinkedHashMap<>();

    /** Of those that follow something, the one that has not read for longest first. */
    private final Map<String, Wait> followers = new LinkedHashMap<>();

    private final Map<Cause, Deque<Wait>> queues = new EnumMap<>(Cause.class);
    private final Map<Cause, Instant> open = new EnumMap<>(Cause.class);
    private Duration paceOfTurns = PACE_TURN;

    /** A turn that has come. */
    record Turn(Wait whose, Cause cause) {}

    Turns() {
        for (Cause cause : List.of(Cause.OVER, Cause.CHANGED, Cause.RESUMED, Cause.RETRY)) {
            queues.put(cause, new ArrayDeque<>());
        }
    }

    Collection<Wait> all() {
        return waits.values();
    }

    Wait find(String name) {
        return waits.get(name);
    }

    void add(Wait wait) {
        waits.put(wait.name, wait);
        if (wait.follows) {
            followers.put(wait.name, wait);
        }
    }

    void remove(Wait wait) {
        waits.remove(wait.name, wait);
        followers.remove(wait.name, wait);
        wait.queued = null;
    }

    /** It has looked, or is about to: it goes to the end of the line. */
    void looked(Wait wait, Instant now) {
        wait.queued = null;
        wait.lookedAt = now.getEpochSecond();
        toEnd(wait);
        followed(wait, now); // a look reads on as well
    }

    /** All others come before it. */
    void toEnd(Wait wait) {
        if (waits.remove(wait.name, wait)) {
            waits.put(wait.name, wait);
        }
    }

    private void followed(Wait wait, Instant now) {
        wait.followedAt = now.getEpochSecond();
        if (followers.remove(wait.name, wait)) {
            followers.put(wait.name, wait);
        }
    }

    /** Puts it in line out of turn; what is in line for a more urgent cause stays there. */
    void queue(Wait wait, Cause cause) {
        if (wait.queued == null || cause.compareTo(wait.queued) < 0) {
            wait.queued = cause;
            queues.get(cause).add(wait);
        }
    }

    /** Without a list that works, turns come faster: they are all there is. */
    void blind(boolean isBlind) {
        paceOfTurns = isBlind ? PACE_TURN_BLIND : PACE_TURN;
    }

    /** Takes the next turn; null if it has not come yet. */
    Turn next(Instant now) {
        for (Cause cause : Cause.values()) {
            Instant at = due(cause);
            if (at != null && !at.isAfter(now)) {
                return take(cause, now);
            }
        }
        return null;
    }

    /** When the next turn comes; null if none will. */
    Instant nextAt() {
        Instant first = null;
        for (Cause cause : Cause.values()) {
            Instant at = due(cause);
            first = first == null || at != null && at.isBefore(first) ? at : first;
        }
        return first;
    }

    private Turn take(Cause cause, Instant now) {
        Wait wait = first(cause);
        open.put(cause, now.plus(pace(cause)));
        if (cause == Cause.FOLLOW) {
            followed(wait, now);
        } else {
            looked(wait, now);
        }
        return new Turn(wait, cause);
    }

    private Instant due(Cause cause) {
        Wait wait = first(cause);
        if (wait == null) {
            return null;
        }
        Instant opens = open.getOrDefault(cause, Instant.MIN);
        Instant rested =
                switch (cause) {
                    case OVER, CHANGED, RESUMED -> Instant.MIN;
                    case RETRY -> Instant.ofEpochSecond(wait.lookedAt).plus(BEFORE_RETRY);
                    case TURN -> Instant.ofEpochSecond(wait.lookedAt).plus(BETWEEN_TURNS);
                    case FOLLOW -> Instant.ofEpochSecond(wait.followedAt).plus(BETWEEN_FOLLOWS);
                };
        return opens.isAfter(rested) ? opens : rested;
    }

    private Wait first(Cause cause) {
        Deque<Wait> queue = queues.get(cause);
        if (queue == null) {
            var line = cause == Cause.TURN ? waits : followers;
            return line.isEmpty() ? null : line.values().iterator().next();
        }
        while (!queue.isEmpty() && queue.peek().queued != cause) {
            queue.remove(); // it has left, or has looked meanwhile
        }
        return queue.peek();
    }

    private Duration pace(Cause cause) {
        return switch (cause) {
            case OVER -> PACE_OVER;
            case CHANGED -> PACE_CHANGED;
            case TURN -> paceOfTurns;
            case RESUMED -> PACE_RESUMED;
            case RETRY -> PACE_RETRY;
            case FOLLOW -> PACE_FOLLOW;
        };
    }
}
