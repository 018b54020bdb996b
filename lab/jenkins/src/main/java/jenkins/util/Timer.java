package jenkins.util;

import io.jenkins.plugins.sagemaker.lab.jenkins.core.Threads;
import java.util.concurrent.ScheduledExecutorService;

/** A pool for short tasks at a time to come; ends with the session. */
public class Timer {
    private static ScheduledExecutorService executorService;

    private Timer() {}

    public static synchronized ScheduledExecutorService get() {
        if (executorService == null) {
            executorService = Threads.forTimer();
        }
        return executorService;
    }

    public static synchronized void shutdown() {
        if (executorService != null) {
            executorService.shutdownNow();
            executorService = null;
        }
    }
}
