package io.jenkins.plugins.sagemaker.tuning;

import io.jenkins.plugins.sagemaker.tuning.TuningState.Told;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sagemaker.model.DescribeHyperParameterTuningJobResponse;
import software.amazon.awssdk.services.sagemaker.model.TrainingJobStatusCounters;

/** How far a tuning job has come: a line whenever its status is another, a training job has ended, or there is a new best one. */
record TuningProgress(DescribeHyperParameterTuningJobResponse job) {

    private static final String RUNNING = "running";

    /** Adds what there is to tell. An answer may be older than the one before: what has been told stays told. */
    Told tell(Told before, List<String> lines) {
        var now = new Told(job.hyperParameterTuningJobStatusAsString(), done(), best());
        if (now.done() < before.done() || now.equals(before)) {
            return before;
        }
        Integer most = job.hyperParameterTuningJobConfig().resourceLimits().maxNumberOfTrainingJobs();
        lines.add(job.hyperParameterTuningJobName() + ": "
                + (now.status().equals(before.status()) ? "" : now.status() + ", ")
                + done() + (most == null ? "" : " of " + most) + " training jobs done"
                + (done() == 0 ? "" : " (" + words(ended()) + ")")
                + (now.best().equals(before.best()) ? "" : "; best so far: " + wordsOfBest()));
        return now;
    }

    private String best() {
        return job.bestTrainingJob() == null ? "" : job.bestTrainingJob().trainingJobName();
    }

    private String wordsOfBest() {
        var best = TunedJob.of(job.bestTrainingJob());
        String chosen = best.hyperParameters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + " = " + JobTable.shortened(e.getValue()))
                .collect(Collectors.joining(", "));
        return Objective.of(job).metric() + " = " + best.objectiveValue() + " with " + chosen;
    }

    private int done() {
        return ended().values().stream().mapToInt(Integer::intValue).sum();
    }

    private Map<String, Integer> ended() {
        Map<String, Integer> ended = counts();
        ended.remove(RUNNING);
        return ended;
    }

    /** Training jobs by what has become of them. */
    Map<String, Integer> counts() {
        TrainingJobStatusCounters counters = job.trainingJobStatusCounters();
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("completed", or0(counters.completed()));
        counts.put("stopped", or0(counters.stopped()));
        counts.put("failed", or0(counters.nonRetryableError()) + or0(counters.retryableError()));
        counts.put(RUNNING, or0(counters.inProgress()));
        return counts;
    }

    private static int or0(Integer count) {
        return count == null ? 0 : count;
    }

    /** The counts in words, for example {@code 8 completed, 1 failed}. */
    String words() {
        return words(counts());
    }

    private static String words(Map<String, Integer> counts) {
        String words = counts.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "no training job" : words;
    }
}
