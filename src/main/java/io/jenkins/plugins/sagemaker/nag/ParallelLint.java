package io.jenkins.plugins.sagemaker.nag;

import io.jenkins.plugins.sagemaker.nag.report.FileReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One lint of many files: each processor takes the next file that nobody has taken. The threads are of this call alone,
 * since an agent's Java lives on after the build, with whatever a pool would keep.
 */
final class ParallelLint {
    private final Linter linter;
    private final List<TemplateFile> files;
    private final FileReport[] reports;
    private final AtomicInteger next = new AtomicInteger();
    private volatile Throwable failure;

    ParallelLint(Linter linter, List<TemplateFile> files) {
        this.linter = linter;
        this.files = files;
        this.reports = new FileReport[files.size()];
    }

    /** The reports in the order of the files. The calling thread works too. */
    List<FileReport> run() throws InterruptedException {
        var helpers = new ArrayList<Thread>();
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), files.size());
        for (int i = 1; i < threads; i++) {
            var helper = new Thread(this::work, "cfnNag-" + i);
            helper.setDaemon(true);
            helper.start();
            helpers.add(helper);
        }
        work();
        try {
            for (Thread helper : helpers) {
                helper.join();
            }
        } finally {
            stop();
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException defect) {
            throw defect;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("The lint was interrupted.");
        }
        return Arrays.asList(reports);
    }

    private void work() {
        try {
            for (int i = next.getAndIncrement(); i < reports.length; i = next.getAndIncrement()) {
                if (Thread.currentThread().isInterrupted()) {
                    stop();
                } else {
                    reports[i] = linter.lint(files.get(i).read());
                }
            }
        } catch (RuntimeException | Error e) {
            // The linter answers for whatever a template does; this is trouble of the Java itself, as a lack of memory.
            failure = e;
            stop();
        }
    }

    private void stop() {
        next.set(reports.length);
    }
}
