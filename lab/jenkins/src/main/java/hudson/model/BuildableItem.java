package hudson.model;

/** An item that can be built. */
public interface BuildableItem extends Item, Queue.Task {}
