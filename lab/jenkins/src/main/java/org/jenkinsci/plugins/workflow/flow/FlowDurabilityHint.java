package org.jenkinsci.plugins.workflow.flow;

/** How much a build writes to disk so that it can go on after Jenkins stopped. */
public enum FlowDurabilityHint {
    /** Writes nothing until it ends or Jenkins is shut down in order; a crash ends the build. */
    PERFORMANCE_OPTIMIZED(
            false,
            false,
            "Performance-optimized: much faster (requires clean shutdown to save running" + " pipelines)"),
    /** Writes at every step, not atomically. */
    SURVIVABLE_NONATOMIC(false, true, "Less durability, a bit faster (specialty use only)"),
    /** Writes at every step, atomically. */
    MAX_SURVIVABILITY(true, true, "Maximum durability but slowest (previously the only option)");

    private final boolean atomicWrite;
    private final boolean persistWithEveryStep;
    private final String description;

    FlowDurabilityHint(boolean atomicWrite, boolean persistWithEveryStep, String description) {
        this.atomicWrite = atomicWrite;
        this.persistWithEveryStep = persistWithEveryStep;
        this.description = description;
    }

    public boolean isAtomicWrite() {
        return atomicWrite;
    }

    public boolean isPersistWithEveryStep() {
        return persistWithEveryStep;
    }

    public String getDescription() {
        return description;
    }

    public String getName() {
        return name();
    }
}
