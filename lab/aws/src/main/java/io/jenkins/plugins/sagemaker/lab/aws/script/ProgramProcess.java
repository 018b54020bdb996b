package io.jenkins.plugins.sagemaker.lab.aws.script;

import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import io.jenkins.plugins.sagemaker.lab.aws.learner.ContainerFailure;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A running program. Its output goes line by line to the job's log. */
final class ProgramProcess {

    private static final Duration GRACE = Duration.ofSeconds(120);

    /** However fast AWS's time passes, a process of this machine needs a moment to end. */
    private static final long LEAST_GRACE_SECONDS = 5;

    /** The largest event that CloudWatch Logs took for years. */
    private static final int LONGEST_LINE = 256 * 1024;

    private static final int LINES_KEPT = 5;

    private final Process process;
    private final Consumer<String> log;
    private final Timeline timeline;
    private final Deque<String> last = new ArrayDeque<>();

    /** A program must not outlive the lab. */
    private final Thread atExit = new Thread(this::kill, "local-aws-program-end");

    ProgramProcess(
            List<String> command, Path folder, Map<String, String> environment, Consumer<String> log, Timeline timeline)
            throws ContainerFailure {
        this.log = log;
        this.timeline = timeline;
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            process = builder.start();
            process.getOutputStream().close();
            Runtime.getRuntime().addShutdownHook(atExit);
        } catch (IOException e) {
            throw ContainerFailure.client("The program " + command.get(0) + " cannot be run: " + e.getMessage() + ".");
        }
    }

    /**
     * Waits for the program's end.
     *
     * @param checkpoints what to do about once a second meanwhile
     * @return its exit code, 128 and more if a signal has ended it
     */
    int join(CheckpointSync checkpoints) throws IOException, InterruptedException {
        var output = new Thread(this::read, "local-aws-program-output");
        output.setDaemon(true);
        output.start();
        try {
            while (!process.waitFor(CheckpointSync.MILLIS, TimeUnit.MILLISECONDS)) {
                checkpoints.copy();
            }
            output.join(TimeUnit.SECONDS.toMillis(LEAST_GRACE_SECONDS));
            return process.exitValue();
        } catch (InterruptedException e) {
            kill();
            throw e;
        } finally {
            forget();
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            kill(); // the lab is ending already
        }
    }

    /** SIGTERM, and two minutes of AWS's time later SIGKILL. */
    void stop() {
        long asked = System.nanoTime();
        process.destroy();
        timeline.after(GRACE, () -> {
            long left = LEAST_GRACE_SECONDS - TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - asked);
            try {
                if (!process.waitFor(Math.max(0, left), TimeUnit.SECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                kill();
                Thread.currentThread().interrupt();
            }
        });
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    List<String> lastLines() {
        synchronized (last) {
            return List.copyOf(last);
        }
    }

    private void read() {
        try (InputStream in = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            var line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != '\n') {
                    line.write(b);
                }
                if (b == '\n' || line.size() == LONGEST_LINE) {
                    print(line);
                }
            }
            if (line.size() > 0) {
                print(line);
            }
        } catch (IOException e) {
            synchronized (last) {
                log.accept("The output of the program cannot be read any more: " + e.getMessage());
            }
        }
    }

    private void print(ByteArrayOutputStream bytes) {
        String line = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        synchronized (last) {
            if (last.size() == LINES_KEPT) {
                last.removeFirst();
            }
            last.addLast(line);
            log.accept(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        }
    }
}
