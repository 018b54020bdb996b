package hudson.model;

/** A describable that can take part in its own reconfiguration; the web part is left out. */
public interface ReconfigurableDescribable<T extends ReconfigurableDescribable<T>> extends Describable<T> {}
