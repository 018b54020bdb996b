package hudson.util;

import hudson.model.Run;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Builds, the newest first. */
public class RunList<R extends Run> extends AbstractCollection<R> {
    private final List<R> runs;

    private RunList(Collection<? extends R> runs) {
        this.runs = List.copyOf(runs);
    }

    public static <R extends Run> RunList<R> labOf(Collection<? extends R> runs) {
        return new RunList<>(runs);
    }

    @Override
    public Iterator<R> iterator() {
        return Collections.unmodifiableList(runs).iterator();
    }

    @Override
    public int size() {
        return runs.size();
    }

    public R getLastBuild() {
        return runs.isEmpty() ? null : runs.get(0);
    }

    public R getFirstBuild() {
        return runs.isEmpty() ? null : runs.get(runs.size() - 1);
    }
}
