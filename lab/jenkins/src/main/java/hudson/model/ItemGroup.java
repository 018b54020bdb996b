package hudson.model;

import hudson.Util;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jenkins.model.FullyNamed;
import jenkins.model.FullyNamedModelObject;

/** A folder of items. */
public interface ItemGroup<T extends Item> extends PersistenceRoot, FullyNamedModelObject, FullyNamed {
    Collection<T> getItems();

    default Collection<T> getItems(Predicate<T> pred) {
        return getItemsStream(pred).toList();
    }

    default Stream<T> getItemsStream() {
        return getItems().stream();
    }

    default Stream<T> getItemsStream(Predicate<T> pred) {
        return getItemsStream().filter(pred);
    }

    String getUrl();

    String getUrlChildPrefix();

    T getItem(String name);

    File getRootDirFor(T child);

    default void onRenamed(T item, String oldName, String newName) throws IOException {}

    void onDeleted(T item) throws IOException;

    default <I extends Item> List<I> getAllItems(Class<I> type) {
        return Util.filter(Items.getAllItems(this, Item.class), type);
    }

    default <I extends Item> List<I> getAllItems(Class<I> type, Predicate<? super I> pred) {
        return getAllItems(type).stream().filter(pred).toList();
    }

    default <I extends Item> Iterable<I> allItems(Class<I> type) {
        return getAllItems(type);
    }

    default <I extends Item> Iterable<I> allItems(Class<I> type, Predicate<? super I> pred) {
        return StreamSupport.stream(allItems(type).spliterator(), false)
                .filter((Predicate<I>) pred::test)
                .toList();
    }

    default List<Item> getAllItems() {
        return getAllItems(Item.class);
    }

    default Iterable<Item> allItems() {
        return getAllItems();
    }
}
