package io.jenkins.plugins.sagemaker.tuning;

import io.jenkins.plugins.sagemaker.training.FailureHints;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why training jobs have failed; jobs of one reason together. */
record FailureReasons(Map<String, List<String>> jobsByReason) {

    /** So many different reasons are told in a failure; all of them stand in the log. */
    private static final int REASONS = 3;

    /** How many training jobs of a reason are named. */
    private static final int NAMES = 3;

    static FailureReasons of(List<TunedJob> failed) {
        return new FailureReasons(failed.stream()
                .collect(Collectors.groupingBy(
                        job -> Optional.ofNullable(job.failureReason()).orElse("SageMaker gives no reason"),
                        LinkedHashMap::new,
                        Collectors.mapping(TunedJob::trainingJobName, Collectors.toList()))));
    }

    /** For the log, each reason with its jobs, and what to do about it if that is known. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        jobsByReason.forEach((reason, jobs) -> {
            lines.add("  failed: " + reason + " (" + names(jobs) + ")");
            FailureHints.of(reason).ifPresent(hint -> lines.add("  Hint: " + hint));
        });
        return lines;
    }

    private static String names(List<String> jobs) {
        return String.join(", ", jobs.subList(0, Math.min(NAMES, jobs.size())))
                + (jobs.size() > NAMES ? " and " + (jobs.size() - NAMES) + " more" : "");
    }

    /** To be added to a message; empty if none has failed. */
    String sentence() {
        return jobsByReason.isEmpty()
                ? ""
                : " Its training jobs failed: "
                        + jobsByReason.keySet().stream().limit(REASONS).collect(Collectors.joining("; "));
    }
}
