package hudson.model;

/** A group that items can be added to; the web part is left out. */
public interface ModifiableItemGroup<T extends Item> extends ItemGroup<T> {}
