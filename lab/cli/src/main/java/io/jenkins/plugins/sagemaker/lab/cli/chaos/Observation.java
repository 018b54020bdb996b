package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import io.jenkins.plugins.sagemaker.lab.aws.RecordedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What can be seen of a run when nothing of it is left to be done.
 *
 * @param result of the build; null if there is no build
 * @param stuck why the run did not end; null if it did
 * @param hung whether the build, after a crash, waited for nothing any more, and somebody had to stop it
 * @param notResumed why Jenkins could not go on with the build after a restart; null if it could
 * @param stopped whether somebody stopped the build while it ran
 * @param unheard whether the controller died before it obeyed, and no step of the plugin had heard of it: Jenkins itself keeps no wish to stop
 * @param visited the moments that have come, with their time
 * @param struck what has gone wrong
 * @param lives the requests of each life of the controller, in order
 * @param running what runs in AWS, or is being changed
 * @param journals the names of the journals that are left
 * @param console of the build
 * @param steps the log of each of the plugin's steps, by the step's number
 * @param jobs the training jobs
 * @param stacks the stacks, deleted ones too
 * @param complaints what the plugin's own loggers have called severe
 */
record Observation(
        String result,
        String stuck,
        Throwable notResumed,
        boolean hung,
        boolean stopped,
        boolean unheard,
        Map<Site, Instant> visited,
        List<Strike> struck,
        List<List<RecordedRequest>> lives,
        List<String> running,
        List<String> journals,
        List<String> console,
        Map<String, List<String>> steps,
        List<Job> jobs,
        List<Stack> stacks,
        List<String> complaints,
        Duration took) {

    /**
     * A training job.
     *
     * @param log what its container has written
     * @param tuned whether it belongs to a tuning job, whose step shows no logs
     */
    record Job(String name, String status, List<String> log, boolean tuned) {}

    /**
     * A stack.
     *
     * @param changes how often it was created or updated
     * @param deletions how often its deletion was begun
     * @param unused change sets that nobody has executed or deleted
     */
    record Stack(String name, String status, long changes, long deletions, List<String> unused) {}

    /** How often stacks were created or updated. */
    long changes() {
        return stacks.stream().mapToLong(Stack::changes).sum();
    }

    /** How often a call had its effect: answered well, or its answer was lost. */
    long effects(String operation) {
        return lives.stream()
                .flatMap(List::stream)
                .filter(r -> r.operation().equals(operation))
                .filter(r -> r.status() / 100 == 2
                        || r.fault().equals("dropAfter") && r.error().isEmpty())
                .count();
    }
}
