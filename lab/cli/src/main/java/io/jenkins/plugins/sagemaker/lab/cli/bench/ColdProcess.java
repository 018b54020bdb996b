package io.jenkins.plugins.sagemaker.lab.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** A command as a user calls it: a process of its own, from its start to its end, its output thrown away. */
final class ColdProcess {

    private static final String HIGHEST_MEMORY = "VmHWM:";

    private final List<String> command;

    ColdProcess(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** Wall times in the order of the runs. Before them comes one that is not counted: it fills the disk cache. */
    List<Duration> run(int runs) throws IOException, InterruptedException {
        start().waitFor();
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            long begin = System.nanoTime();
            start().waitFor();
            times.add(Duration.ofNanos(System.nanoTime() - begin));
        }
        return times;
    }

    /**
     * The most memory that the process holds at once (resident set), in KiB. Asked of the kernel again and again while the process lives, so this is a
     * run of its own; empty where the kernel does not tell.
     */
    OptionalLong peakKibibytes() throws IOException, InterruptedException {
        Process process = start();
        Path status = Path.of("/proc/" + process.pid() + "/status");
        long peak = 0;
        while (!process.waitFor(1, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, highest(status));
        }
        return peak == 0 ? OptionalLong.empty() : OptionalLong.of(peak);
    }

    private static long highest(Path status) {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith(HIGHEST_MEMORY)) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
            return 0;
        } catch (IOException ended) {
            // Between two looks the process has ended, or this is no Linux.
            return 0;
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
