package io.jenkins.plugins.sagemaker.lab.cli.bench;

import io.jenkins.plugins.sagemaker.nag.LintOptions;
import io.jenkins.plugins.sagemaker.nag.Linter;
import io.jenkins.plugins.sagemaker.nag.TemplateFile;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The linter in a Java that has compiled it, as in a Jenkins agent after some builds: files read and checked, over and over. */
final class WarmLint {

    private final List<TemplateFile> files;
    private final Linter linter = new Linter(LintOptions.DEFAULT);

    WarmLint(List<TemplateFile> files) {
        this.files = files;
    }

    /** Warms up for the time and then measures for as long. */
    Map<String, Object> measure(Duration time) throws InterruptedException {
        rounds(time);
        long begin = System.nanoTime();
        long rounds = rounds(time);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rounds", rounds);
        figures.put("filesPerSecond", Math.round(rounds * files.size() / seconds));
        return figures;
    }

    private long rounds(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        long rounds = 0;
        do {
            linter.lint(files);
            rounds++;
        } while (System.nanoTime() < end);
        return rounds;
    }
}
