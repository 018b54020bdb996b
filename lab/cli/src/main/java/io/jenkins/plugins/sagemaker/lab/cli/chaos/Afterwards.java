package io.jenkins.plugins.sagemaker.lab.cli.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import hudson.console.ConsoleNote;
import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.LocalAws;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.log.FileLogStorage;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** Looks at what a run has left: in AWS, and in the build's log. */
final class Afterwards {

    /** What all classes of the plugin's steps begin with. */
    static final String STEPS = "io.jenkins.plugins.sagemaker.jenkins.step.";

    private Afterwards() {}

    static List<Observation.Job> jobs(LocalAws aws) {
        List<Observation.Job> jobs = new ArrayList<>();
        List<String> tunings = new ArrayList<>(tunings(aws).keySet());
        for (JsonNode job : call(aws, "sagemaker", "ListTrainingJobs", "{}").path("TrainingJobSummaries")) {
            String name = job.get("TrainingJobName").asText();
            var events = call(
                            aws,
                            "logs",
                            "FilterLogEvents",
                            "{\"logGroupName\":\"/aws/sagemaker/TrainingJobs\",\"logStreamNamePrefix\":\"" + name
                                    + "/\"}")
                    .path("events");
            List<String> log = StreamSupport.stream(events.spliterator(), false)
                    .map(event -> event.get("message").asText())
                    .toList();
            boolean tuned = tunings.stream().anyMatch(name::startsWith);
            jobs.add(new Observation.Job(name, job.get("TrainingJobStatus").asText(), log, tuned));
        }
        return jobs;
    }

    /** The status of each tuning job, by its name. */
    static Map<String, String> tunings(LocalAws aws) {
        Map<String, String> tunings = new TreeMap<>();
        for (JsonNode job :
                call(aws, "sagemaker", "ListHyperParameterTuningJobs", "{}").path("HyperParameterTuningJobSummaries")) {
            tunings.put(
                    job.get("HyperParameterTuningJobName").asText(),
                    job.get("HyperParameterTuningJobStatus").asText());
        }
        return tunings;
    }

    /** Endpoints that are being made or changed, and so their stacks. */
    static List<String> changing(LocalAws aws) {
        List<String> changing = new ArrayList<>();
        for (JsonNode endpoint : call(aws, "sagemaker", "ListEndpoints", "{}").path("Endpoints")) {
            String status = endpoint.get("EndpointStatus").asText();
            if (!status.equals("InService") && !status.equals("Failed")) {
                changing.add("endpoint " + endpoint.get("EndpointName").asText() + " is " + status);
            }
        }
        return changing;
    }

    private static JsonNode call(LocalAws aws, String service, String operation, String body) {
        try {
            return aws.invoke(service, operation, Ground.REGION, body);
        } catch (AwsError e) {
            if (e.code().equals("ResourceNotFoundException")) {
                return MissingNode.getInstance();
            }
            throw new IllegalStateException("The local AWS does not tell what is left: " + e.getMessage(), e);
        }
    }

    static List<String> console(WorkflowRun build) throws IOException {
        Path log = build.getLogFile().toPath();
        return Files.exists(log)
                ? ConsoleNote.removeNotes(Files.readString(log)).lines().toList()
                : List.of();
    }

    /** @param step null if it is of a plugin that is gone */
    private static boolean isOurs(StepDescriptor step) {
        return step != null && step.getClass().getName().startsWith(STEPS);
    }

    /** The log of each of the plugin's steps, by the step's number. */
    static Map<String, List<String>> steps(WorkflowRun build) throws IOException {
        Map<String, List<String>> steps = new TreeMap<>();
        FlowExecution execution = build.getExecution();
        if (execution == null) {
            return steps;
        }
        var log = FileLogStorage.labOf(build);
        for (FlowNode node : new DepthFirstScanner().allNodes(execution)) {
            if (node instanceof StepNode step && isOurs(step.getDescriptor())) {
                String text = new String(log.read(node.getId()), StandardCharsets.UTF_8);
                steps.put(node.getId(), ConsoleNote.removeNotes(text).lines().toList());
            }
        }
        return steps;
    }
}
