package org.jenkinsci.plugins.workflow.cps.nodes;

import java.util.Objects;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** Finds the kind of step that a node names. */
final class StepDescriptors {

    private StepDescriptors() {}

    /** The kind of step of that id; null where its plugin is gone. */
    static StepDescriptor byId(String id) {
        for (StepDescriptor d : StepDescriptor.all()) {
            if (Objects.equals(d.getId(), id)) {
                return d;
            }
        }
        return null;
    }
}
