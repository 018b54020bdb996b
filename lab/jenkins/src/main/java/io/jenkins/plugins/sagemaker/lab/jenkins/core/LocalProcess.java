package io.jenkins.plugins.sagemaker.lab.jenkins.core;

import hudson.Proc;
import hudson.model.TaskListener;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A process of this machine, with its children. */
public final class LocalProcess extends Proc {
    private static final Logger LOGGER = Logger.getLogger(LocalProcess.class.getName());
    private static final long GRACE_SECONDS = 5;

    private final Process process;
    private final Thread pump;
    private final Thread errorPump;

    private LocalProcess(Process process, Thread pump, Thread errorPump) {
        this.process = process;
        this.pump = pump;
        this.errorPump = errorPump;
    }

    /**
     * Starts a process.
     *
     * @param env all of its environment
     * @param err null to have both streams in {@code out}
     */
    public static LocalProcess start(
            List<String> command, Map<String, String> env, File dir, InputStream in, OutputStream out, OutputStream err)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(env);
        builder.directory(dir);
        builder.redirectErrorStream(err == null);
        Process process = builder.start();
        if (in == null) {
            process.getOutputStream().close();
        } else {
            copy(in, process.getOutputStream(), "stdin of " + command.get(0), true);
        }
        Thread pump = copy(process.getInputStream(), out, "stdout of " + command.get(0), false);
        Thread errorPump =
                err == null ? pump : copy(process.getErrorStream(), err, "stderr of " + command.get(0), false);
        return new LocalProcess(process, pump, errorPump);
    }

    private static Thread copy(InputStream from, OutputStream to, String name, boolean close) {
        Thread pump = Threads.track(new Thread(
                () -> {
                    byte[] buffer = new byte[8192];
                    try {
                        for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                            to.write(buffer, 0, n);
                            to.flush();
                        }
                        if (close) {
                            to.close();
                        }
                    } catch (IOException e) {
                        // The process ended, or nobody reads any more.
                        LOGGER.log(Level.FINE, e, () -> name + " ended");
                    }
                },
                name));
        pump.setDaemon(true);
        pump.start();
        return pump;
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks the process and its children to end, and after five seconds makes them. */
    @Override
    public void kill() throws InterruptedException {
        List<ProcessHandle> all =
                process.descendants().sorted(Comparator.reverseOrder()).toList();
        process.destroy();
        all.forEach(ProcessHandle::destroy);
        if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public int join() throws InterruptedException {
        try {
            int code = process.waitFor();
            pump.join();
            errorPump.join();
            return code;
        } catch (InterruptedException e) {
            kill();
            throw e;
        }
    }

    @Override
    public int joinWithTimeout(long timeout, TimeUnit unit, TaskListener listener) throws InterruptedException {
        if (!process.waitFor(timeout, unit)) {
            listener.error("Timeout after " + timeout + " " + unit);
            kill();
        }
        return join();
    }

    @Override
    public InputStream getStdout() {
        return null;
    }

    @Override
    public InputStream getStderr() {
        return null;
    }

    @Override
    public OutputStream getStdin() {
        return null;
    }
}
