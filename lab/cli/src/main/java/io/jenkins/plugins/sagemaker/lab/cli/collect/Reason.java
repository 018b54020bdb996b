package io.jenkins.plugins.sagemaker.lab.cli.collect;

import hudson.model.Result;
import io.jenkins.plugins.sagemaker.lab.cli.report.Deployment;
import io.jenkins.plugins.sagemaker.lab.cli.report.Outcome;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Stage;
import io.jenkins.plugins.sagemaker.lab.cli.report.Training;
import java.util.List;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.graph.FlowEndNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/** Why a build ended as it did, in the words that a person would use. */
record Reason(Graph graph, WorkflowRun build) {

    String words(List<Stage> stages, List<Deployment> deployments, List<Training> trainingJobs) {
        if (build.getResult() == Result.SUCCESS) {
            return success(stages, deployments, trainingJobs);
        }
        if (build.getResult() == Result.UNSTABLE) {
            List<String> warnings = graph.nodes().isEmpty()
                    ? List.of()
                    : graph.warnings(graph.nodes().get(0));
            return warnings.isEmpty() ? "The build is unstable." : String.join("; ", warnings) + ".";
        }
        Stage failed = innermost(stages, null, null);
        String where = failed == null ? "" : "Stage " + failed.name() + ": ";
        String why = graph.nodes().stream()
                .filter(FlowEndNode.class::isInstance)
                .map(this::error)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("The console has the details.");
        return where + why;
    }

    /** The first stage that failed, and in it the first, down to the one where it happened. */
    private static Stage innermost(List<Stage> stages, String within, Stage best) {
        for (Stage stage : stages) {
            boolean bad = stage.outcome() == Outcome.FAILURE || stage.outcome() == Outcome.ABORTED;
            if (bad && Objects.equals(stage.parentId(), within)) {
                return innermost(stages, stage.id(), stage);
            }
        }
        return best;
    }

    private String error(FlowNode end) {
        return Graph.words(graph.error(end));
    }

    private static String success(List<Stage> stages, List<Deployment> deployments, List<Training> trainingJobs) {
        if (!deployments.isEmpty()) {
            String endpoint = deployments.get(deployments.size() - 1).endpointName();
            return trainingJobs.isEmpty()
                    ? "Endpoint " + endpoint + " is deployed."
                    : "The model of "
                            + trainingJobs.get(trainingJobs.size() - 1).jobName() + " is served by " + endpoint + ".";
        }
        long passed =
                stages.stream().filter(s -> s.outcome() == Outcome.SUCCESS).count();
        return stages.isEmpty()
                ? "The Pipeline has run to its end."
                : passed + " of " + stages.size() + " stages have run to their end.";
    }
}
