package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A process that plays a share of the runs, since there can be only one Jenkins in a process, and tells of each as a line of JSON on its standard
 * output.
 */
final class Worker implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;

    private Worker(Process process) {
        this.process = process;
    }

    /**
     * Starts one.
     *
     * @param share which share of how many, as in {@code 0/2}
     * @param temporary where it puts its files
     */
    static Worker start(Class<?> main, long seed, int runs, String share, Path temporary) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of("chaos", "--seed", "" + seed, "--runs", "" + runs, "--share", share));
        return new Worker(new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Says one line to whoever has started this process. */
    static String line(RunReport report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report has something in it that is no data.", e);
        }
    }

    /**
     * Listens until the process ends.
     *
     * @return its exit status
     */
    int listen(Consumer<RunReport> reports) throws IOException, InterruptedException {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{")) {
                    reports.accept(JSON.readValue(line, RunReport.class));
                }
            }
        }
        return process.waitFor();
    }

    /** Ends it at once. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
