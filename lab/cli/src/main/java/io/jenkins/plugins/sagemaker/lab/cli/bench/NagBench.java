package io.jenkins.plugins.sagemaker.lab.cli.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.jenkins.plugins.sagemaker.nag.TemplateFile;
import io.jenkins.plugins.sagemaker.nag.TemplateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab/run bench nag}: how long a lint takes, as a process of its own and in a Java that is warm. */
@Command(
        name = "nag",
        description = "Measures the linter on the templates of a folder.",
        exitCodeOnInvalidInput = BenchCommand.USAGE,
        mixinStandardHelpOptions = true)
final class NagBench implements Callable<Integer> {

    @Parameters(paramLabel = "PATH", description = "A folder of templates, or one template.")
    private Path path;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "9",
            description = "Processes per figure; the median counts. Default: ${DEFAULT-VALUE}")
    private int runs;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long to warm up, and to measure then. Default: ${DEFAULT-VALUE}")
    private int seconds;

    @Option(
            names = "--command",
            paramLabel = "COMMAND",
            description = "The linter to start as a process; it gets -i PATH -o json. Default: lab/run nag")
    private String command;

    @Option(
            names = "--beside",
            paramLabel = "COMMAND",
            description = "Another linter to start in the same way, such as cfn_nag_scan.")
    private String beside;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<TemplateFile> files = templates();
        Path one = ofMedianSize(files);
        String linter = command == null ? System.getProperty("lab.run", "lab/run") + " nag" : command;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("java", Runtime.version().toString());
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        figures.put("path", path.toString());
        figures.put("files", files.size());
        figures.put("bytes", bytes(files));
        figures.put("oneTemplate", one.toString());
        figures.put("cold", cold(linter, one));
        if (beside != null) {
            figures.put("besideCommand", beside);
            figures.put("beside", cold(beside, one));
        }
        figures.put("warm", new WarmLint(files).measure(Duration.ofSeconds(seconds)));
        spec.commandLine()
                .getOut()
                .println(new ObjectMapper()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(figures));
        return 0;
    }

    private List<TemplateFile> templates() throws IOException {
        try {
            List<TemplateFile> files = TemplateFiles.from(
                            Path.of("").toAbsolutePath(), Pattern.compile(TemplateFiles.DEFAULT_PATTERN))
                    .find(path.toString());
            if (files.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "There is no template in " + path + ".");
            }
            return files;
        } catch (NoSuchFileException e) {
            throw new ParameterException(spec.commandLine(), "There is no file or folder " + path + ".", e);
        }
    }

    private static Path ofMedianSize(List<TemplateFile> files) throws IOException {
        Map<Path, Long> sizes = new LinkedHashMap<>();
        for (TemplateFile file : files) {
            sizes.put(file.path(), Files.size(file.path()));
        }
        return sizes.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<Path, Long>::getValue).thenComparing(Map.Entry::getKey))
                .skip(sizes.size() / 2)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static long bytes(List<TemplateFile> files) throws IOException {
        long sum = 0;
        for (TemplateFile file : files) {
            sum += Files.size(file.path());
        }
        return sum;
    }

    private Map<String, Object> cold(String linter, Path one) throws IOException, InterruptedException {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("oneTemplate", cold(process(linter, one)));
        figures.put("allTemplates", cold(process(linter, path)));
        return figures;
    }

    private static ColdProcess process(String linter, Path input) {
        List<String> words = new ArrayList<>(List.of(linter.split(" ")));
        words.addAll(List.of("-i", input.toString(), "-o", "json"));
        return new ColdProcess(words);
    }

    private Map<String, Object> cold(ColdProcess process) throws IOException, InterruptedException {
        List<Double> times = process.run(runs).stream()
                .map(time -> Math.round(time.toNanos() / 1e6) / 1e3)
                .toList();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("medianSeconds", times.stream().sorted().toList().get(runs / 2));
        figures.put("seconds", times);
        process.peakKibibytes().ifPresent(peak -> figures.put("peakMiB", peak / 1024));
        return figures;
    }
}
