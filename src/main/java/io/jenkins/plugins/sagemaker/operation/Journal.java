package io.jenkins.plugins.sagemaker.operation;

import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the states of one operation are kept, whatever the build's durability: an entry is on disk when {@link #write} returns.
 * The last entry, which holds the end, stays until the build is complete: a controller that crashes after the end but before the
 * build has taken note of it finds the end here, and does not begin again.
 */
public interface Journal {

    void write(Entry entry) throws IOException;

    /** The last entry written, or nothing if there is none. */
    Optional<Entry> read() throws IOException;

    /**
     * One state, and the lines that were about to be printed when it was written.
     *
     * @param number grows by one with each entry
     * @param state of the operation
     * @param lines what this state has to say to the build log
     * @param linesBefore how many lines of this operation stood in the build log before these
     * @param startedAt when the operation began
     * @param stop that it shall stop; null while nobody has asked for it
     * @param end null while it goes on
     */
    record Entry(
            long number,
            Serializable state,
            List<String> lines,
            long linesBefore,
            Instant startedAt,
            Stop stop,
            End end)
            implements Serializable {

        public Entry {
            lines = List.copyOf(lines);
        }

        static Entry first(Serializable state, Instant now) {
            return new Entry(1, state, List.of(), 0, now, null, null);
        }

        Entry next(Serializable newState, List<String> newLines, Stop newStop, End newEnd) {
            return new Entry(number + 1, newState, newLines, linesBefore + lines.size(), startedAt, newStop, newEnd);
        }

        /** The same once its lines are printed: without them, since thousands of waits would keep them in memory. */
        Entry told() {
            return lines.isEmpty()
                    ? this
                    : new Entry(number, state, List.of(), linesBefore + lines.size(), startedAt, stop, end);
        }

        /** Of two entries the newer one, of equal ones the first; either may be null. */
        public static Entry newer(Entry a, Entry b) {
            return a == null || b != null && b.number > a.number ? b : a;
        }
    }

    /**
     * A request to stop.
     *
     * @param reason in words for the log
     * @param timedOut whether the operation's own time-out asks for it, so that its end is a failure of the step, not an abort of the build
     */
    record Stop(String reason, boolean timedOut) implements Serializable {
        End end(boolean mayRunOn) {
            return timedOut ? new End.Failed("Stopped because " + reason) : new End.Stopped(mayRunOn);
        }
    }
}
