package hudson.model;

import hudson.DescriptorExtensionList;
import hudson.XmlFile;
import hudson.util.XStream2;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Loading and finding items. */
public class Items {
    public static final XStream2 XSTREAM2 = new XStream2();
    static final Comparator<Item> BY_FULL_NAME = Comparator.comparing(Item::getFullName, String.CASE_INSENSITIVE_ORDER);

    public Items() {}

    public static DescriptorExtensionList<TopLevelItem, TopLevelItemDescriptor> all() {
        return TopLevelItemDescriptor.all();
    }

    /** Reads the item that lies in a folder. */
    public static Item load(ItemGroup parent, File dir) throws IOException {
        Item item = (Item) getConfigFile(dir).read();
        item.onLoad(parent, dir.getName());
        return item;
    }

    public static XmlFile getConfigFile(File dir) {
        return new XmlFile(XSTREAM2, new File(dir, "config.xml"));
    }

    public static XmlFile getConfigFile(Item item) {
        return getConfigFile(item.getRootDir());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    public static <T extends Item> List<T> getAllItems(ItemGroup root, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (Item item : (Iterable<Item>) root.getItems()) {
            if (type.isInstance(item)) {
                found.add(type.cast(item));
            }
            if (item instanceof ItemGroup<?> group) {
                found.addAll(getAllItems(group, type));
            }
        }
        found.sort(BY_FULL_NAME);
        return found;
    }

    public static <T extends Item> List<T> getAllItems(ItemGroup root, Class<T> type, Predicate<? super T> pred) {
        return getAllItems(root, type).stream().filter(pred).toList();
    }
}
