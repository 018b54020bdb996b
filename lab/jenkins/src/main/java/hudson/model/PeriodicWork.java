package hudson.model;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.triggers.SafeTimerTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Logger;

/** Something that Jenkins does again and again. */
public abstract class PeriodicWork extends SafeTimerTask implements ExtensionPoint {
    protected static final long MIN = 60_000L;
    protected static final long HOUR = 60 * MIN;
    protected static final long DAY = 24 * HOUR;

    protected final Logger logger = Logger.getLogger(getClass().getName());

    protected PeriodicWork() {}

    /** Milliseconds. */
    public abstract long getRecurrencePeriod();

    /** Milliseconds; some time within the first period. */
    public long getInitialDelay() {
        return ThreadLocalRandom.current().nextLong(getRecurrencePeriod());
    }

    public static ExtensionList<PeriodicWork> all() {
        return ExtensionList.lookup(PeriodicWork.class);
    }
}
