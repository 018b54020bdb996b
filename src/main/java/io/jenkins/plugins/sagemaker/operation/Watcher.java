package io.jenkins.plugins.sagemaker.operation;

import io.jenkins.plugins.sagemaker.operation.Listing.Entry;
import io.jenkins.plugins.sagemaker.operation.Turns.Turn;
import io.jenkins.plugins.sagemaker.operation.Wait.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Watches for all waits of one list. While they are few, each polls by itself, and this does nothing. Once they are many, it reads the list every
 * few seconds and wakes those whose entry has changed; and, as a safety net, one after another. It holds no thread, and its tasks go on whatever
 * happens to one of them.
 */
final class Watcher {

    /** With more waits than this it begins, with no more than {@link #FEW} it ends. */
    static final int SOME = 4;

    static final int FEW = 2;

    static final Duration BETWEEN_READINGS = Duration.ofSeconds(6);
    private static final Duration BETWEEN_PAGES = Duration.ofSeconds(1);
    private static final Duration AFTER_DEFECT = Duration.ofMinutes(1);

    private static final Logger LOGGER = Logger.getLogger(Watcher.class.getName());

    private final Object lock;
    private final Watchers watchers;
    private final Scheduler scheduler;
    private final Turns turns = new Turns();
    private final Sight sight = new Sight();

    /** Of the list, whoever asks for it. */
    final Object topic;

    /** Of the list; changes with the credentials. */
    Object key;

    private ListReading reading;
    private boolean active;

    /** Counts the beginnings: a task of an earlier one does nothing. */
    private long beginning;

    private long pumped;
    private Instant overdueAt = Instant.MIN;

    Watcher(Watchers watchers, Scheduler scheduler, Listing listing) {
        this.lock = watchers;
        this.watchers = watchers;
        this.scheduler = scheduler;
        this.topic = listing.topic();
        this.key = listing.key();
        this.reading = new ListReading(scheduler);
    }

    // The methods up to the tasks are called with the lock held.

    boolean isActive() {
        return active;
    }

    boolean isEmpty() {
        return turns.all().isEmpty();
    }

    boolean has(String name) {
        return turns.find(name) != null;
    }

    void add(Wait wait) {
        wait.watcher = this;
        turns.add(wait);
        if (!active && turns.all().size() > SOME) {
            active = true;
            reading = new ListReading(scheduler);
            long mine = ++beginning;
            scheduler.after(Duration.ZERO, () -> read(mine));
            pumpLater();
        }
    }

    /** @return who must poll by themselves again */
    List<Wait> remove(Wait wait) {
        turns.remove(wait);
        wait.watcher = null;
        if (!active || turns.all().size() > FEW) {
            return List.of();
        }
        end();
        return List.copyOf(turns.all());
    }

    void end() {
        active = false;
        beginning++;
        pumped++;
    }

    void looked(Wait wait) {
        turns.looked(wait, scheduler.now());
    }

    void queue(Wait wait, Cause cause) {
        turns.queue(wait, cause);
        pumpLater();
    }

    /**
     * A feed tells of a change. What the list has shown already, in that state or a later one, is none. Where many wait, only an end is worth a
     * look at once; of all else the list tells soon, and of several changes together.
     *
     * @param alone takes who polls by itself, and so must be woken
     */
    void hear(Entry entry, Map<Wait, Cause> alone) {
        Wait wait = turns.find(entry.name());
        if (wait == null
                || active && !entry.over()
                || entry.changedAt().getEpochSecond() < wait.listed
                || !isNews(wait, entry)) {
            return;
        }
        if (active) {
            queue(wait, cause(wait));
        } else {
            alone.put(wait, cause(wait));
        }
    }

    /**
     * Takes over all waits of another one.
     *
     * @return who must poll, since there is a wait of that name already
     */
    List<Wait> absorb(Watcher other) {
        other.end();
        if (active) {
            reading.backTo(other.reading);
        }
        List<Wait> left = new ArrayList<>();
        for (Wait wait : List.copyOf(other.turns.all())) {
            other.turns.remove(wait);
            if (has(wait.name)) {
                wait.watcher = null;
                left.add(wait);
            } else {
                add(wait);
            }
        }
        return left;
    }

    // The tasks.

    private void read(long mine) {
        Wait asked;
        synchronized (lock) {
            if (mine != beginning) {
                return;
            }
            asked = turns.all().iterator().next();
        }
        Duration pause = AFTER_DEFECT;
        try {
            pause = read(asked);
        } catch (RemoteException e) {
            pause = failed(asked, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the controller is shutting down
        } finally {
            scheduler.after(pause, () -> read(mine));
        }
    }

    private Duration read(Wait asked) throws RemoteException, InterruptedException {
        Listing listing = asked.waiter.listing();
        if (listing == null) {
            skip(asked);
            return BETWEEN_PAGES;
        }
        watchers.rename(this, listing.key());
        List<Entry> page = reading.next(listing);
        synchronized (lock) {
            page.forEach(this::see);
            if (sight.works()) {
                LOGGER.log(Level.INFO, "Watching {0} by their list again.", listing.name());
                turns.blind(false);
            }
            pumpLater();
            return reading.isUnderWay() ? BETWEEN_PAGES : BETWEEN_READINGS;
        }
    }

    private void see(Entry entry) {
        Wait wait = turns.find(entry.name());
        if (wait != null) {
            wait.listed = entry.changedAt().getEpochSecond();
            if (isNews(wait, entry)) {
                turns.queue(wait, cause(wait));
            }
        }
    }

    private static boolean isNews(Wait wait, Entry entry) {
        // A feed and the list tell the time of one change in different fractions of a second.
        int stamp = Objects.hash(entry.changedAt().getEpochSecond(), entry.status());
        boolean news = wait.seen != stamp;
        wait.seen = stamp;
        wait.over = news ? entry.over() : wait.over;
        return news;
    }

    private static Cause cause(Wait wait) {
        return wait.over ? Cause.OVER : Cause.CHANGED;
    }

    private Duration failed(Wait asked, RemoteException e) {
        synchronized (lock) {
            if (reading.isUnderWay() && e.kind() == RemoteException.Kind.INVALID) {
                reading.restart(); // its token has expired
                return BETWEEN_READINGS;
            }
            if (sight.fails(e)) {
                LOGGER.log(
                        Level.WARNING,
                        "What many builds wait for cannot be watched by a list, so each is looked at in turn, which takes"
                                + " longer where they are many. {0}",
                        e.getMessage());
                turns.blind(true);
                pumpLater();
            }
            skip(asked);
            return sight.pause();
        }
    }

    /** Its credentials or its build may be what is wrong: next time another one is asked. */
    private void skip(Wait asked) {
        synchronized (lock) {
            turns.toEnd(asked);
        }
    }

    private void pump(long mine) {
        try {
            Turn turn;
            synchronized (lock) {
                if (mine != pumped) {
                    return;
                }
                queueOverdue();
                turn = turns.next(scheduler.now());
            }
            if (turn != null) {
                turn.whose().waiter.wake(turn.cause());
            }
        } finally {
            synchronized (lock) {
                if (mine == pumped) {
                    pumpLater();
                }
            }
        }
    }

    private void pumpLater() {
        if (!active) {
            return;
        }
        long mine = ++pumped;
        Instant now = scheduler.now();
        Instant at = turns.nextAt();
        Instant latest = now.plus(BETWEEN_READINGS);
        Duration delay = at == null || at.isAfter(latest)
                ? BETWEEN_READINGS
                : at.isBefore(now) ? Duration.ZERO : Duration.between(now, at);
        scheduler.after(delay, () -> pump(mine));
    }

    /** Thousands of timers for time-outs that hardly ever come would take more memory than the waits. */
    private void queueOverdue() {
        Instant now = scheduler.now();
        if (now.isBefore(overdueAt)) {
            return;
        }
        overdueAt = now.plus(BETWEEN_READINGS);
        for (Wait wait : turns.all()) {
            if (wait.deadline != null && now.isAfter(wait.deadline)) {
                turns.queue(wait, Cause.OVER);
            }
        }
    }
}
