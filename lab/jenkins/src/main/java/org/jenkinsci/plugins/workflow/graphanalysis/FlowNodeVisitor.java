package org.jenkinsci.plugins.workflow.graphanalysis;

import edu.umd.cs.findbugs.annotations.NonNull;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** Looks at nodes one after the other. */
@FunctionalInterface
public interface FlowNodeVisitor {

    /** Answers whether the visit should go on. */
    boolean visit(@NonNull FlowNode f);
}
