package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Power;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lab/run chaos}: plays pipelines under crashes and faults, and tells what was lost or doubled. */
@Command(
        name = "chaos",
        description =
                "Plays pipelines under crashes, faults and aborts on a virtual clock, and tells what was lost or doubled.",
        exitCodeOnInvalidInput = 64,
        mixinStandardHelpOptions = true)
public final class ChaosCommand implements Callable<Integer> {

    private static final int PROGRESS = 100;
    private static final Path MEMORY = Path.of("/dev/shm");

    @Option(names = "--runs", defaultValue = "200", description = "How many runs. Default: ${DEFAULT-VALUE}")
    private int runs;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same seed plays the same. Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(names = "--run", description = "Play this one run alone, counted from 0, and tell what happens in it.")
    private Integer run;

    @Option(
            names = {"-o", "--output-format"},
            defaultValue = "txt",
            description = "txt or json. Default: ${DEFAULT-VALUE}")
    private Format format;

    @Option(names = "--processes", description = "How many processes play. Default: as many as there are processors")
    private Integer processes;

    @Option(names = "--share", hidden = true)
    private String share;

    @Spec
    private CommandSpec spec;

    /** How the summary is written. */
    enum Format {
        TXT,
        JSON
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (runs < 1 || processes != null && processes < 1 || run != null && run < 0) {
            throw new ParameterException(
                    spec.commandLine(), "--runs and --processes must be at least 1, and --run at least 0");
        }
        Logger.getLogger("").setLevel(Level.OFF); // Crashes and faults are the purpose; what matters is in the summary.
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> {
            if (!(problem instanceof Power.Cut)) {
                problem.printStackTrace(spec.commandLine().getErr());
            }
        });
        PrintWriter out = spec.commandLine().getOut();
        if (share != null) {
            return playShare(out);
        }
        if (run != null) {
            return playOne(out);
        }
        long begin = System.nanoTime();
        Collection<RunReport> reports = playAll(out);
        List<String> points = Runs.pointsOfTheFlow();
        Summary summary = Summary.of(seed, reports, points, (System.nanoTime() - begin) / 1e9);
        out.print(format == Format.JSON ? json(summary) : summary.text());
        out.flush();
        return summary.violations().isEmpty() && summary.runs() == runs ? 0 : 1;
    }

    private int playShare(PrintWriter out) throws IOException, InterruptedException {
        String[] parts = share.split("/");
        var mine = new Runs(seed);
        for (int number = 0; number < runs; number++) {
            if (Planner.block(number) / 2 % Integer.parseInt(parts[1]) == Integer.parseInt(parts[0])) {
                out.println(Worker.line(mine.play(number)));
                out.flush();
            }
        }
        return 0;
    }

    private int playOne(PrintWriter out) throws IOException, InterruptedException {
        RunReport report = new Runs(seed).play(run, seen -> seen.console().forEach(out::println));
        out.println(json(report));
        out.flush();
        return report.violations().isEmpty() ? 0 : 1;
    }

    private Collection<RunReport> playAll(PrintWriter out) throws IOException, InterruptedException {
        Collection<RunReport> reports = new ConcurrentLinkedQueue<>();
        int count = processes == null ? Runtime.getRuntime().availableProcessors() : processes;
        Path temporary = Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "sagemaker-lab-")
                : Files.createTempDirectory("sagemaker-lab-");
        List<Worker> workers = new CopyOnWriteArrayList<>();
        var onInterrupt = new Thread(() -> {
            workers.forEach(Worker::kill);
            FileUtils.deleteQuietly(temporary.toFile());
        });
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        ExecutorService listeners = Executors.newFixedThreadPool(count);
        try {
            List<Future<Integer>> ends = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Worker worker = Worker.start(mainClass(), seed, runs, i + "/" + count, temporary);
                workers.add(worker);
                ends.add(listeners.submit(() -> worker.listen(report -> {
                    reports.add(report);
                    tell(report, reports, out);
                })));
            }
            for (Future<Integer> end : ends) {
                int status = end.get();
                if (status != 0) {
                    spec.commandLine()
                            .getErr()
                            .println("A process that plays has ended with exit status " + status + ".");
                }
            }
        } catch (ExecutionException e) {
            throw new IOException("a process that plays cannot be understood", e);
        } finally {
            listeners.shutdownNow();
            for (Worker worker : workers) {
                worker.close();
            }
            FileUtils.deleteDirectory(temporary.toFile());
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        }
        return reports;
    }

    private Class<?> mainClass() {
        return spec.root().userObject().getClass();
    }

    private void tell(RunReport last, Collection<RunReport> reports, PrintWriter out) {
        if (format == Format.TXT && !last.violations().isEmpty()) {
            out.println("run " + last.run() + ": " + String.join("; ", last.violations()));
            out.flush();
        }
        if (format == Format.TXT && reports.size() % PROGRESS == 0) {
            long bad = reports.stream().filter(r -> !r.violations().isEmpty()).count();
            out.println(reports.size() + " of " + runs + " runs played, " + bad + " with violations");
            out.flush();
        }
    }

    private static String json(Object value) throws IOException {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(value)
                + "\n";
    }
}
