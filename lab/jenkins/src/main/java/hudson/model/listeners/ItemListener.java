package hudson.model.listeners;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Item;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Is told of the life of items. */
public class ItemListener implements ExtensionPoint {
    private static final Logger LOGGER = Logger.getLogger(ItemListener.class.getName());

    public ItemListener() {}

    public void onCreated(Item item) {}

    public void onCopied(Item src, Item item) {
        onCreated(item);
    }

    /** All items are loaded. */
    public void onLoaded() {}

    public void onDeleted(Item item) {}

    public void onUpdated(Item item) {}

    public void onBeforeShutdown() {}

    public static ExtensionList<ItemListener> all() {
        return ExtensionList.lookup(ItemListener.class);
    }

    public static void labTell(Consumer<ItemListener> event) {
        for (ItemListener listener : all()) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                LOGGER.log(Level.WARNING, e, () -> "failed to send event to listener of " + listener.getClass());
            }
        }
    }

    public static void fireOnCreated(Item item) {
        labTell(l -> l.onCreated(item));
    }

    public static void fireOnUpdated(Item item) {
        labTell(l -> l.onUpdated(item));
    }

    public static void fireOnDeleted(Item item) {
        labTell(l -> l.onDeleted(item));
    }
}
