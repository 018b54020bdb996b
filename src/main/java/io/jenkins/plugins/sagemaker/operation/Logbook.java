package io.jenkins.plugins.sagemaker.operation;

import io.jenkins.plugins.sagemaker.operation.Journal.Entry;
import io.jenkins.plugins.sagemaker.operation.Journal.Stop;
import java.io.IOException;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The journal of one operation and the build log, kept in step: an entry is on disk before its lines are printed, and what a crash has cut off
 * in between is printed when the operation goes on.
 */
final class Logbook {

    private final Journal journal;
    private final OperationRun.Host host;
    private volatile Entry entry;

    Logbook(Journal journal, OperationRun.Host host) {
        this.journal = journal;
        this.host = host;
    }

    /** The last entry, without its lines; null before the first one. */
    Entry last() {
        return entry;
    }

    /** The first entry, which has nothing to say. */
    void open(Serializable state, Instant now) throws IOException {
        save(Entry.first(state, now));
    }

    /**
     * Goes on after a restart: prints what is missing in the build log.
     *
     * @param known the entry that the host has kept; the journal's is taken if it is newer
     */
    void reopen(Entry known) throws IOException {
        Entry last = Entry.newer(journal.read().orElse(null), known); // the journal's has the lines
        if (last != null) {
            reprint(last);
            entry = last.told();
        }
    }

    private void reprint(Entry last) throws IOException {
        if (!last.lines().isEmpty()) {
            long there = Math.max(0, host.printed() - last.linesBefore());
            if (there < last.lines().size()) {
                host.print(last.lines().subList((int) there, last.lines().size()));
            }
        }
    }

    /** @param end null while it goes on */
    void write(Serializable state, List<String> lines, End end) throws IOException {
        List<String> all = new ArrayList<>(lines);
        if (end != null) {
            all.addAll(end.lines()); // with the entry of the end, so that a restart does not say it again
        }
        write(entry.next(state, all.stream().flatMap(Logbook::split).toList(), entry.stop(), end));
    }

    /** Takes note of a wish to stop. */
    void write(Stop stop, List<String> lines) throws IOException {
        write(entry.next(entry.state(), lines.stream().flatMap(Logbook::split).toList(), stop, null));
    }

    /** An entry's lines are those of the log: an empty one counts, one with line breaks is several. */
    private static Stream<String> split(String line) {
        return line.isEmpty() ? Stream.of(line) : line.lines();
    }

    private void write(Entry next) throws IOException {
        save(next);
        if (!next.lines().isEmpty()) {
            host.print(next.lines());
        }
    }

    private void save(Entry next) throws IOException {
        journal.write(next);
        entry = next.told();
        host.saved(entry);
    }
}
