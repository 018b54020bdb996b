package io.jenkins.plugins.sagemaker.operation;

import io.jenkins.plugins.sagemaker.operation.OperationRun.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A build with one operation, on controllers that come and go, in virtual time. Its journal goes through serialization.
 *
 * @param <C> what the operation works with
 * @param <S> its state
 * @param <R> its result
 */
public abstract class VirtualBuild<C, S extends Serializable, R extends Serializable>
        implements Journal, OperationRun.Host {

    public final VirtualScheduler scheduler = new VirtualScheduler();
    public final List<String> log = new ArrayList<>();
    public final List<End> ends = new ArrayList<>();
    public Limits limits = new Limits(null, false);
    public OperationRun<C, S> run;

    private final Operation<C, S, R> operation;
    private byte[] journal;
    private int largestJournal;

    protected VirtualBuild(Operation<C, S, R> operation) {
        this.operation = operation;
    }

    protected abstract C connect();

    public VirtualBuild<C, S, R> start() {
        newRun().start();
        return this;
    }

    /** The controller comes back. */
    public VirtualBuild<C, S, R> resume() {
        newRun().resume(null);
        return this;
    }

    /** The controller dies with all that it was about to do. */
    public void die() {
        run.close();
        scheduler.forgetEverything();
    }

    public VirtualBuild<C, S, R> pass(Duration time) {
        scheduler.run(time);
        return this;
    }

    public End end() {
        scheduler.run(Duration.ofDays(1));
        return ends.get(0);
    }

    @SuppressWarnings("unchecked")
    public R result() {
        return (R) ((End.Succeeded) end()).result();
    }

    public String failure() {
        return ((End.Failed) end()).reason();
    }

    private OperationRun<C, S> newRun() {
        run = new OperationRun<>(operation, this, scheduler, this::connect, this, limits);
        return run;
    }

    @Override
    public void write(Entry entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(entry);
        }
        journal = bytes.toByteArray();
        largestJournal = Math.max(largestJournal, journal.length);
    }

    @Override
    public Optional<Entry> read() throws IOException {
        if (journal == null) {
            return Optional.empty();
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(journal))) {
            return Optional.of((Entry) in.readObject());
        } catch (ClassNotFoundException e) {
            throw new IOException(e);
        }
    }

    public int largestJournalBytes() {
        return largestJournal;
    }

    public int journalBytes() {
        return journal.length;
    }

    @Override
    public void saved(Entry entry) {
        // the journal is enough
    }

    @Override
    public void print(List<String> lines) {
        log.addAll(lines);
    }

    @Override
    public long printed() {
        return log.size();
    }

    @Override
    public void ended(End end) {
        ends.add(end);
    }
}
