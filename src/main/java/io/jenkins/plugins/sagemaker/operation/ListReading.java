package io.jenkins.plugins.sagemaker.operation;

import io.jenkins.plugins.sagemaker.operation.Listing.Entry;
import io.jenkins.plugins.sagemaker.operation.Listing.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads a list again and again, page by page, each time from a little before the last time. Times are the remote side's, of which only so much is
 * known that it was at least as late as the newest change shown. So a clock that goes wrong here does no harm.
 */
final class ListReading {

    /** A list may show a change so much later than it happened; what was seen before is told apart by who reads. */
    static final Duration OVERLAP = Duration.ofMinutes(1);

    /** How far back the first reading goes, at least. */
    static final Duration FIRST = Duration.ofMinutes(15);

    private final Scheduler scheduler;

    /** The remote side's time, or less, when the last reading that is through began. */
    private Instant known;

    /** The same moment by the clock here. */
    private Instant knownAt;

    /** Where another reading has ended that this one goes on with. */
    private final AtomicReference<Instant> goBackTo = new AtomicReference<>(Instant.MAX);

    /** Whether the clocks have been compared: the one here may be ahead. */
    private boolean compared;

    private Instant begun;
    private Instant newest;
    private String token;

    ListReading(Scheduler scheduler) {
        this.scheduler = scheduler;
        knownAt = scheduler.now();
        known = knownAt.minus(FIRST);
    }

    /** Reads the next page; used by one thread at a time. */
    List<Entry> next(Listing listing) throws RemoteException, InterruptedException {
        if (!compared) {
            Instant there = listing.newest();
            known = there == null ? known : earlier(known, there);
            compared = true;
        }
        if (token == null) {
            known = earlier(known, goBackTo.getAndSet(Instant.MAX));
            begun = scheduler.now();
            newest = Instant.MIN;
        }
        Page page = listing.changedSince(known.minus(OVERLAP), token);
        for (Entry entry : page.entries()) {
            newest = later(newest, entry.changedAt());
        }
        token = page.next();
        if (token == null) {
            // What changes on a page after it was read comes with the next reading.
            Duration taken = Duration.between(begun, scheduler.now());
            Instant shown = newest.equals(Instant.MIN) ? newest : newest.minus(taken);
            known = later(known.plus(Duration.between(knownAt, begun)), shown);
            knownAt = begun;
        }
        return page.entries();
    }

    /** The next reading begins where the other one stands, if that is further back. Called by any thread. */
    void backTo(ListReading other) {
        goBackTo.accumulateAndGet(other.known, ListReading::earlier);
    }

    /** Whether there is another page. */
    boolean isUnderWay() {
        return token != null;
    }

    /** Begins again with the first page. */
    void restart() {
        token = null;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
