package io.jenkins.plugins.sagemaker.lab.cli.bench;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A {@link WaitsCloud} in a process of its own. */
final class CloudProcess implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JavaType COUNTS =
            JSON.getTypeFactory().constructMapType(TreeMap.class, String.class, Long.class);

    private final Process process;
    private final BufferedReader answers;
    private final PrintWriter commands;
    private final URI endpoint;

    private CloudProcess(Process process) throws IOException {
        this.process = process;
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        commands = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        endpoint = URI.create(read());
    }

    static CloudProcess start(double speed) throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        var builder = new ProcessBuilder(List.of(
                java,
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WaitsCloud.class.getName(),
                Double.toString(speed)));
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        return new CloudProcess(builder.start());
    }

    URI endpoint() {
        return endpoint;
    }

    /** AWS's time. */
    Instant now() throws IOException {
        return Instant.parse(ask("now"));
    }

    /** How many requests there were since the last time, by service and operation. */
    Map<String, Long> requests() throws IOException {
        return JSON.readValue(ask("requests"), COUNTS);
    }

    /** When each completed job has ended, in milliseconds of AWS's time. */
    Map<String, Long> ends() throws IOException {
        return JSON.readValue(ask("ends"), COUNTS);
    }

    /** Makes a queue that gets every change of a training job, and gives its URL. */
    String queue() throws IOException {
        return ask("queue");
    }

    /** Makes a job without a request. */
    void create(Map<String, Object> request) throws IOException {
        ask("create " + JSON.writeValueAsString(request));
    }

    /** From now on AWS's own rate limits hold. */
    void limit() throws IOException {
        ask("limits");
    }

    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private synchronized String ask(String command) throws IOException {
        commands.println(command);
        return read();
    }

    private String read() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The local AWS of the measurement has ended.");
        }
        return line;
    }

    @Override
    public void close() {
        commands.close();
        process.destroy();
    }
}
