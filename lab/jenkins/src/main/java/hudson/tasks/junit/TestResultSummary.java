package hudson.tasks.junit;

import java.io.Serializable;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** How many tests of a {@code junit} step passed and failed. */
public class TestResultSummary implements Serializable {

    private static final long serialVersionUID = 1L;

    private int failCount;
    private int skipCount;
    private int passCount;
    private int totalCount;
    private float duration;

    @Deprecated
    public TestResultSummary() {}

    public TestResultSummary(int failCount, int skipCount, int passCount, int totalCount) {
        this(failCount, skipCount, passCount, totalCount, 0);
    }

    /** @param duration seconds */
    public TestResultSummary(int failCount, int skipCount, int passCount, int totalCount, float duration) {
        this.failCount = failCount;
        this.skipCount = skipCount;
        this.passCount = passCount;
        this.totalCount = totalCount;
        this.duration = duration;
    }

    @Whitelisted
    public int getFailCount() {
        return failCount;
    }

    @Whitelisted
    public int getSkipCount() {
        return skipCount;
    }

    @Whitelisted
    public int getPassCount() {
        return passCount;
    }

    @Whitelisted
    public int getTotalCount() {
        return totalCount;
    }

    @Whitelisted
    public float getDuration() {
        return duration;
    }
}
