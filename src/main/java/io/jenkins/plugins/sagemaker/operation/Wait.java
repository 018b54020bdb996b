package io.jenkins.plugins.sagemaker.operation;

import java.time.Instant;

/** The wait of one operation for one listed thing. Guarded by the monitor of its {@link Watchers}; there may be ten thousands of these. */
final class Wait {

    /** Why an operation is to make a round. In the order of their urgency. */
    enum Cause {
        /** The list says that what it waits for is over, or its own time is. */
        OVER,
        /** The list says that something has changed. */
        CHANGED,
        /** After a restart of the controller, nobody has looked yet. */
        RESUMED,
        /** The last round has failed. */
        RETRY,
        /** It has not looked for long, and no list is beyond doubt. */
        TURN,
        /** There may be more to read of what it follows meanwhile. */
        FOLLOW
    }

    /** Who waits. */
    interface Waiter {

        /** Has a round made soon. Does not block. */
        void wake(Cause cause);

        /** The list of what it waits for, with the credentials of the moment; null if it no longer waits. */
        Listing listing() throws RemoteException, InterruptedException;
    }

    final String name;
    final Waiter waiter;

    /** When it wants to be woken at the latest; null for never. */
    final Instant deadline;

    final boolean follows;

    /** Null once it has been left. */
    Watcher watcher;

    /** What the list has shown or a feed has told last, in short; 0 for nothing yet. */
    int seen;

    /** When that was which the list has shown last, by the remote side's clock, in seconds since 1970. */
    long listed;

    /** Whether the list or a feed says that it is over. It then goes on polling by itself: the list may know it before all others do. */
    boolean over;

    /** In which queue it stands; null for none. */
    Cause queued;

    /** In seconds since 1970. */
    long lookedAt;

    long followedAt;

    Wait(String name, Waiter waiter, Instant deadline, boolean follows) {
        this.name = name;
        this.waiter = waiter;
        this.deadline = deadline;
        this.follows = follows;
    }
}
