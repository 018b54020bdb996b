package io.jenkins.plugins.sagemaker.lab.cli.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that is told of one run of a Pipeline: the content of {@code run.json} and, with the console, of {@code index.html}. Times are this
 * machine's unless it says otherwise.
 *
 * @param pipeline the Jenkinsfile as it was named
 * @param reason why the run ended as it did, in plain sentences
 * @param seconds from the first step to the end of the build
 * @param stages in the order in which they began, outer ones before their inner ones
 * @param steps in the order in which they began
 * @param tests what the junit step has read; null if it has read nothing
 * @param console the build's console as Jenkins would show it
 */
public record RunReport(
        String pipeline,
        Outcome result,
        String reason,
        Instant startedAt,
        double seconds,
        Cloud aws,
        List<Stage> stages,
        List<StepCall> steps,
        List<Training> trainingJobs,
        List<Deployment> deployments,
        List<EndpointTest> endpointTests,
        List<Lint> lint,
        List<Approval> approvals,
        Tests tests,
        List<Artifact> artifacts,
        List<Link> links,
        @JsonIgnore String console) {

    /**
     * The AWS that the run has used.
     *
     * @param kind {@code local}, {@code real}, or the address that was given
     * @param endpoint its address; empty for the real one
     * @param speed seconds of AWS's time in one of ours
     * @param requests what reached the local AWS, by service and operation; empty where that is not known
     */
    public record Cloud(String kind, String endpoint, String region, double speed, List<Requests> requests) {}

    /**
     * @param refused answered with an error or not at all, throttled ones among them
     */
    public record Requests(String service, String operation, int count, int throttled, int refused) {}

    /**
     * @param parentId of the stage around this one; null for an outermost
     * @param depth 0 for an outermost stage
     * @param note why it failed, is unstable or was skipped; empty otherwise
     */
    public record Stage(
            String id,
            String parentId,
            String name,
            int depth,
            Outcome outcome,
            Instant startedAt,
            double seconds,
            String note) {}

    /**
     * @param stage the name of the innermost stage around the step; empty outside of stages
     * @param arguments as texts, shortened, without secrets
     * @param value what the step returned: texts, numbers, truth values, lists and maps; null for nothing
     * @param error empty if there was none
     */
    public record StepCall(
            String id,
            String stageId,
            String stage,
            String step,
            Map<String, String> arguments,
            Outcome outcome,
            Instant startedAt,
            double seconds,
            Object value,
            String error) {}

    /**
     * @param who the user's id
     * @param at when it was answered
     * @param evidence what was known when it was asked
     */
    public record Approval(
            String stage, String message, boolean approved, String who, Instant at, List<String> evidence) {}

    /** @param failures {@code suite: case: message} of each failed case */
    public record Tests(int total, int failed, int skipped, List<String> failures) {}

    /**
     * @param path relative to the report folder
     * @param bytes its size
     */
    public record Artifact(String name, String path, long bytes) {}

    public record Link(String text, String url) {}

    /**
     * A condition on a number that decides whether the Pipeline goes on.
     *
     * @param text as in the Jenkinsfile, for example {@code accuracy >= 0.95}
     * @param actual null if the number was never measured
     */
    public record Gate(String text, Double actual, boolean passed) {}
}
