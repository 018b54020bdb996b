package hudson.init;

/** The stages of Jenkins' end. */
public enum TermMilestone {
    STARTED,
    COMPLETED;
}
