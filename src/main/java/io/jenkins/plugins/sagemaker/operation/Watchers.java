package io.jenkins.plugins.sagemaker.operation;

import io.jenkins.plugins.sagemaker.operation.Listing.Entry;
import io.jenkins.plugins.sagemaker.operation.Wait.Cause;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The watchers of a controller, one for each list that somebody waits for; none without waits. All that they hold is guarded by this object's
 * monitor, under which nothing remote is called and nobody is woken.
 */
public final class Watchers {

    private final Scheduler scheduler;
    private final Map<Object, Watcher> byKey = new HashMap<>();
    private final Feeds feeds;

    public Watchers(Scheduler scheduler) {
        this.scheduler = scheduler;
        this.feeds = new Feeds(this, scheduler);
    }

    /** From now on these feeds tell of changes, and no others. */
    public synchronized void feeds(List<Feed> all) {
        feeds.set(all);
    }

    /**
     * A wait begins, right after a look; {@link #goOn} follows.
     *
     * @param deadline when to be woken at the latest; null for never
     * @return null if another one waits for the same thing: then this one has to poll
     */
    synchronized Wait join(Watched watched, Wait.Waiter waiter, Instant deadline, boolean follows) {
        Watcher watcher =
                byKey.computeIfAbsent(watched.listing().key(), key -> new Watcher(this, scheduler, watched.listing()));
        if (watcher.has(watched.name())) {
            return null;
        }
        var wait = new Wait(watched.name(), waiter, deadline, follows);
        watcher.add(wait);
        feeds.open();
        return wait;
    }

    /**
     * A wait goes on, after a round.
     *
     * @param again why another round is to follow soon; null if there is no reason
     * @return whether it will be woken; else it has to poll
     */
    synchronized boolean goOn(Wait wait, Cause again) {
        Watcher watcher = wait.watcher;
        if (watcher == null) {
            return false;
        }
        watcher.looked(wait);
        if (!watcher.isActive() || wait.over) {
            return false;
        }
        if (again != null) {
            watcher.queue(wait, again);
        }
        return true;
    }

    /** A wait ends. */
    void leave(Wait wait) {
        List<Wait> left;
        synchronized (this) {
            Watcher watcher = wait.watcher;
            if (watcher == null) {
                return;
            }
            left = watcher.remove(wait);
            if (watcher.isEmpty()) {
                byKey.remove(watcher.key, watcher);
            }
        }
        left.forEach(one -> one.waiter.wake(Cause.CHANGED));
    }

    /** New credentials of the same caller make another key: two watchers may become one. */
    void rename(Watcher watcher, Object key) {
        List<Wait> left;
        synchronized (this) {
            if (key.equals(watcher.key) || !byKey.remove(watcher.key, watcher)) {
                return;
            }
            Watcher other = byKey.putIfAbsent(key, watcher);
            if (other == null) {
                watcher.key = key;
                return;
            }
            left = other.absorb(watcher);
        }
        left.forEach(one -> one.waiter.wake(Cause.CHANGED));
    }

    /** With the lock held: whether somebody waits for anything of that topic. */
    boolean isAwaited(Object topic) {
        return byKey.values().stream().anyMatch(watcher -> watcher.topic.equals(topic));
    }

    synchronized boolean isListed(Object topic) {
        return byKey.values().stream().anyMatch(watcher -> watcher.isActive() && watcher.topic.equals(topic));
    }

    /** What a feed tells, which knows of no caller: everybody who waits for a thing of that name looks. */
    void hear(Object topic, List<Entry> changed) {
        Map<Wait, Cause> alone = new LinkedHashMap<>();
        synchronized (this) {
            for (Watcher watcher : byKey.values()) {
                if (watcher.topic.equals(topic)) {
                    changed.forEach(entry -> watcher.hear(entry, alone));
                }
            }
        }
        alone.forEach((wait, cause) -> wait.waiter.wake(cause));
    }

    synchronized int size() {
        return byKey.size();
    }
}
