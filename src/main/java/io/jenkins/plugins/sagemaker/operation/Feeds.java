package io.jenkins.plugins.sagemaker.operation;

import io.jenkins.plugins.sagemaker.operation.Listing.Entry;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The feeds of a controller, of which those are read that tell of something that is waited for. Guarded by the monitor of its {@link Watchers}. */
final class Feeds {

    private final Watchers watchers;
    private final Scheduler scheduler;
    private List<Feed> known = List.of();
    private final Set<Feed> open = new HashSet<>();

    Feeds(Watchers watchers, Scheduler scheduler) {
        this.watchers = watchers;
        this.scheduler = scheduler;
    }

    /** With the lock held: from now on there are these. */
    void set(List<Feed> feeds) {
        known = List.copyOf(feeds);
        open();
    }

    /** With the lock held: somebody may wait for something new. */
    void open() {
        for (Feed feed : known) {
            if (watchers.isAwaited(feed.topic()) && open.add(feed)) {
                scheduler.afterToListen(Duration.ZERO, new FeedReading(this, feed, scheduler));
            }
        }
    }

    /** Whether a feed is to be read once more; else it is closed. */
    boolean goesOn(Feed feed) {
        synchronized (watchers) {
            boolean wanted = known.contains(feed) && watchers.isAwaited(feed.topic());
            if (!wanted) {
                open.remove(feed);
            }
            return wanted;
        }
    }

    /** Whether those who wait for it are watched by a list. */
    boolean isForMany(Feed feed) {
        return watchers.isListed(feed.topic());
    }

    void tell(Object topic, List<Entry> changed) {
        watchers.hear(topic, changed);
    }
}
