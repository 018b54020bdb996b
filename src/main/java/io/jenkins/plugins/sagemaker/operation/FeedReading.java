package io.jenkins.plugins.sagemaker.operation;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads one feed again and again, as long as somebody waits for what it tells of. A feed blocks until it has something to tell, so it has a
 * thread of its own while there are such waits, and none without. Short looks on the threads of the operations would hear of everything later,
 * and ask many times as often.
 */
final class FeedReading implements Runnable {

    /** Keeps a feed that always has something to tell to a reading a second. */
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(1);

    /** Where many wait, something is always told soon: several things with one reading are several requests less. */
    private static final Duration BETWEEN_READINGS_FOR_MANY = Duration.ofSeconds(3);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LAST_RETRY = Duration.ofMinutes(10);

    private static final Logger LOGGER = Logger.getLogger(FeedReading.class.getName());

    private final Feeds feeds;
    private final Feed feed;
    private final Scheduler scheduler;
    private final Sight sight = new Sight();
    private Duration retry = FIRST_RETRY;

    FeedReading(Feeds feeds, Feed feed, Scheduler scheduler) {
        this.feeds = feeds;
        this.feed = feed;
        this.scheduler = scheduler;
    }

    @Override
    public void run() {
        if (!feeds.goesOn(feed)) {
            return;
        }
        Duration pause = LAST_RETRY; // after a defect
        try {
            boolean more = feed.read(changed -> feeds.tell(feed.topic(), changed));
            works();
            pause = !more && feeds.isForMany(feed) ? BETWEEN_READINGS_FOR_MANY : BETWEEN_READINGS;
        } catch (RemoteException e) {
            pause = failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the controller is shutting down
        } finally {
            scheduler.afterToListen(pause, this);
        }
    }

    private void works() {
        retry = FIRST_RETRY;
        if (sight.works()) {
            LOGGER.log(Level.INFO, "Hearing of changes from {0} again.", feed.name());
        }
    }

    private Duration failed(RemoteException e) {
        if (sight.fails(e)) {
            LOGGER.log(
                    Level.WARNING,
                    "Changes are seen later than they could be, since {0} cannot be read; it is tried again. {1}",
                    new Object[] {feed.name(), e.getMessage()});
        }
        Duration pause = retry;
        Duration doubled = retry.multipliedBy(2);
        retry = doubled.compareTo(LAST_RETRY) < 0 ? doubled : LAST_RETRY;
        return pause;
    }
}
