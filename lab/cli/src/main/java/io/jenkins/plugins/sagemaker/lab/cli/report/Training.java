package io.jenkins.plugins.sagemaker.lab.cli.report;

import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Gate;
import java.util.List;
import java.util.Map;

/**
 * A training job.
 *
 * @param stage where it was started; empty if no step of ours did
 * @param status as SageMaker names it, at the end of the run
 * @param failureReason SageMaker's; empty if it gives none
 * @param trainingSeconds in AWS's time
 * @param billableSeconds in AWS's time, of each instance
 * @param metrics final values
 * @param phases what it spent its time with, in AWS's time; empty where that is not known
 * @param curves one for each metric, read from the job's log
 * @param hyperParameters as they were given
 */
public record Training(
        String stage,
        String jobName,
        String status,
        String failureReason,
        String instances,
        long trainingSeconds,
        long billableSeconds,
        Map<String, Double> metrics,
        List<Gate> gates,
        List<Phase> phases,
        List<Curve> curves,
        Map<String, String> hyperParameters,
        String modelDataUrl,
        String consoleUrl,
        String logUrl) {

    /** A secondary status and how long it lasted, in AWS's seconds. */
    public record Phase(String status, double seconds) {}

    /** The course of a metric, for each kind of data. */
    public record Curve(String metric, List<Series> series) {}

    /** @param data such as {@code train} or {@code validation} */
    public record Series(String data, List<Point> points) {}

    /** @param epoch or round, from 0 */
    public record Point(int epoch, double value) {}
}
