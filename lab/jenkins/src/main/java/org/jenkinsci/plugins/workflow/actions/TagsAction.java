package org.jenkinsci.plugins.workflow.actions;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Names and values that others attach to a node. */
public class TagsAction implements PersistentAction {

    private final Map<String, String> tags = new ConcurrentHashMap<>();

    public void addTag(@NonNull String tag, @NonNull String value) {
        tags.put(tag, value);
    }

    public @CheckForNull String getTagValue(@CheckForNull String tag) {
        return tag == null ? null : tags.get(tag);
    }

    public @NonNull Map<String, String> getTags() {
        return Map.copyOf(tags);
    }

    public static @CheckForNull String getTagValue(@NonNull FlowNode node, @CheckForNull String tag) {
        TagsAction action = node.getPersistentAction(TagsAction.class);
        return action == null ? null : action.getTagValue(tag);
    }

    @Override
    public String getDisplayName() {
        return null;
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return null;
    }
}
