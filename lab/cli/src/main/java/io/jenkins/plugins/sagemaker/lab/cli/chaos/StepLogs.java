package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Each line of a training job once and in order in the log of its step, and no other line of a step twice. */
final class StepLogs {

    private StepLogs() {}

    /** @param complete whether all lines of completed jobs must be there */
    static List<String> violations(Observation seen, boolean complete) {
        List<String> violations = new ArrayList<>();
        Set<String> shown = new HashSet<>();
        seen.steps().forEach((step, lines) -> {
            List<Observation.Job> jobs = jobs(seen, lines);
            Set<String> ofJobs = new HashSet<>();
            jobs.forEach(job -> ofJobs.addAll(job.log()));
            noLineTwice(step, lines.stream().filter(l -> !ofJobs.contains(l)).toList(), violations);
            for (Observation.Job job : jobs) {
                shown.add(job.name());
                var ofJob = new HashSet<>(job.log());
                asWritten(job, lines.stream().filter(ofJob::contains).toList(), complete, violations);
            }
        });
        for (Observation.Job job : seen.jobs()) {
            if (complete && !job.tuned() && !shown.contains(job.name())) {
                violations.add("no step shows training job " + job.name());
            }
        }
        return violations;
    }

    /** Those that the step names. */
    private static List<Observation.Job> jobs(Observation seen, List<String> lines) {
        return seen.jobs().stream()
                .filter(job -> !job.tuned())
                .filter(job -> lines.stream().anyMatch(line -> line.contains(job.name())))
                .toList();
    }

    private static void noLineTwice(String step, List<String> lines, List<String> violations) {
        Set<String> known = new HashSet<>();
        for (String line : lines) {
            if (!known.add(line) && !line.startsWith("Trying again: ")) {
                violations.add("step " + step + " says twice: " + line);
            }
        }
    }

    private static void asWritten(Observation.Job job, List<String> shown, boolean complete, List<String> violations) {
        int next = 0;
        for (String line : shown) {
            int there = job.log().subList(next, job.log().size()).indexOf(line);
            if (there < 0) {
                violations.add("a line of training job " + job.name() + " is there twice or too late: " + line);
                return;
            }
            next += there + 1;
        }
        if (complete
                && job.status().equals("Completed")
                && shown.size() < job.log().size()) {
            violations.add("of training job " + job.name() + ", " + (job.log().size() - shown.size()) + " of "
                    + job.log().size() + " lines are missing");
        }
    }
}
