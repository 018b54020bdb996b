package org.jenkinsci.plugins.workflow.graph;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Action;
import java.io.IOException;
import java.util.List;

/** Keeps the actions of flow nodes. */
public interface FlowActionStorage {

    @NonNull
    List<Action> loadActions(@NonNull FlowNode node) throws IOException;

    void saveActions(@NonNull FlowNode node, @NonNull List<Action> actions) throws IOException;
}
