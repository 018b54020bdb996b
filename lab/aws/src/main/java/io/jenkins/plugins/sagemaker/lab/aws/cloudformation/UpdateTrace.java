package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What an operation did so far, as its rollback and its cleanup need to know. Guarded by the region's lock. */
final class UpdateTrace {

    private final Set<String> touched = new LinkedHashSet<>();
    private final Map<String, StackResource> replaced = new LinkedHashMap<>();

    /** A resource that was there is about to be changed or replaced. */
    void touched(String logicalId) {
        touched.add(logicalId);
    }

    /** A resource is about to be replaced; this is a copy of the old one. */
    void replaced(StackResource old) {
        replaced.put(old.logicalId, old);
    }

    Set<String> touched() {
        return touched;
    }

    /** Copies of the resources that were replaced, by logical id. */
    Map<String, StackResource> replaced() {
        return replaced;
    }
}
