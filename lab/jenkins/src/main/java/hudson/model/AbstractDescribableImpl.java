package hudson.model;

/** A {@link Describable} with nothing of its own. */
public abstract class AbstractDescribableImpl<T extends AbstractDescribableImpl<T>> implements Describable<T> {
    protected AbstractDescribableImpl() {}
}
