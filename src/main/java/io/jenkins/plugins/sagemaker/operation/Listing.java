package io.jenkins.plugins.sagemaker.operation;

import java.time.Instant;
import java.util.List;

/**
 * Which things of one kind have changed of late, as the remote side lists them for one caller in one place: all training jobs of an account and
 * region, for example. What many operations wait for is looked for in a single list instead of one by one. The list may be late and may repeat
 * itself.
 */
public interface Listing {

    /** Equal for all listings that show the same things to the same caller. */
    Object key();

    /** What is listed and where, whoever asks; equal to the {@link Feed#topic} of the feeds that tell of the same things. */
    Object topic();

    /** What is listed and where, in words: {@code training jobs in eu-central-1}. */
    String name();

    /** When the newest thing was made, in the remote side's time, whose clock shows at least this; null if there is none. */
    Instant newest() throws RemoteException, InterruptedException;

    /**
     * A page of what has changed after that time, which is the remote side's. In any order.
     *
     * @param token where the page before said that this one begins; null for the first one
     */
    Page changedSince(Instant since, String token) throws RemoteException, InterruptedException;

    /** @param next the token of the next page; null if this is the last one */
    record Page(List<Entry> entries, String next) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One thing.
     *
     * @param changedAt when it has changed last, in the remote side's time; may be as coarse as seconds
     * @param status in the remote side's words
     * @param over whether it has reached its end
     */
    record Entry(String name, Instant changedAt, String status, boolean over) {}
}
