package io.jenkins.plugins.sagemaker.jenkins.step;

import hudson.Util;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import hudson.util.ListBoxModel.Option;

/** The entries of drop-down lists. Only who may see the item's configuration gets any. */
final class Choices {

    private Choices() {}

    /**
     * Values that are their own names.
     *
     * @param current what the form shows now: it stays, also if it is none of the values, for AWS may know it
     */
    static ListBoxModel of(Item item, String current, String... values) {
        var items = new ListBoxModel();
        if (mayBeSeen(item)) {
            for (String value : values) {
                items.add(new Option(value));
            }
            keep(items, current);
        }
        return items;
    }

    /** The same for what need not be given. */
    static ListBoxModel optional(Item item, String current, String... values) {
        ListBoxModel items = of(item, current, values);
        if (!items.isEmpty()) {
            items.add(0, new Option(Messages.Choices_default(), ""));
        }
        return items;
    }

    private static void keep(ListBoxModel items, String current) {
        String shown = Util.fixEmptyAndTrim(current);
        if (shown != null && items.stream().noneMatch(option -> option.value.equals(shown))) {
            items.add(new Option(shown));
        }
    }

    /** Whether who looks at a form of this item may see its choices. */
    static boolean mayBeSeen(Item item) {
        return item == null || item.hasPermission(Item.EXTENDED_READ);
    }
}
