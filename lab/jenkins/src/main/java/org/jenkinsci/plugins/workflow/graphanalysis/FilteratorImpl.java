package org.jenkinsci.plugins.workflow.graphanalysis;

import com.google.common.base.Predicate;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Narrows another iterator. */
class FilteratorImpl<T> implements Filterator<T> {

    private final Iterator<T> source;
    private final Predicate<T> condition;
    private T next;
    private boolean ready;

    FilteratorImpl(@NonNull Iterator<T> source, @NonNull Predicate<T> condition) {
        this.source = source;
        this.condition = condition;
    }

    @Override
    public @NonNull FilteratorImpl<T> filter(@NonNull Predicate<T> matchCondition) {
        return new FilteratorImpl<>(this, matchCondition);
    }

    @Override
    public boolean hasNext() {
        while (!ready && source.hasNext()) {
            next = source.next();
            ready = condition.apply(next);
        }
        return ready;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no further element matches");
        }
        ready = false;
        return next;
    }
}
