package io.jenkins.plugins.sagemaker.lab.cli.collect;

import io.jenkins.plugins.sagemaker.lab.cli.report.Outcome;
import io.jenkins.plugins.sagemaker.lab.cli.report.RunReport.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.actions.TagsAction;
import org.jenkinsci.plugins.workflow.graph.FlowNode;

/** The stages of a build. */
final class StageCollector {

    /** The tag by which a declarative Pipeline marks a stage that it has skipped, and why. */
    private static final String STAGE_STATUS = "STAGE_STATUS";

    private final Graph graph;

    StageCollector(Graph graph) {
        this.graph = graph;
    }

    List<Stage> collect() {
        List<Stage> stages = new ArrayList<>();
        for (FlowNode node : graph.nodes()) {
            if (Graph.isStage(node)) {
                stages.add(stage(node));
            }
        }
        return stages;
    }

    private Stage stage(FlowNode node) {
        FlowNode outer = Graph.stageOf(node);
        String skipped = skipped(node);
        Outcome outcome = skipped.isEmpty() ? graph.outcome(node) : Outcome.SKIPPED;
        String note =
                switch (outcome) {
                    case SKIPPED -> skipped;
                    case UNSTABLE -> String.join("; ", graph.warnings(node));
                    case FAILURE, ABORTED -> Graph.words(graph.error(node));
                    case SUCCESS -> "";
                };
        return new Stage(
                node.getId(),
                outer == null ? null : outer.getId(),
                node.getAction(LabelAction.class).getDisplayName(),
                depth(node),
                outcome,
                Graph.started(node),
                outcome == Outcome.SKIPPED ? 0 : graph.seconds(node),
                note);
    }

    private static int depth(FlowNode node) {
        int depth = 0;
        for (FlowNode outer = Graph.stageOf(node); outer != null; outer = Graph.stageOf(outer)) {
            depth++;
        }
        return depth;
    }

    private static String skipped(FlowNode node) {
        String status = TagsAction.getTagValue(node, STAGE_STATUS);
        if (status == null && !node.getParents().isEmpty()) {
            status = TagsAction.getTagValue(node.getParents().get(0), STAGE_STATUS);
        }
        if (status == null || !status.startsWith("SKIPPED")) {
            return "";
        }
        return switch (status) {
            case "SKIPPED_FOR_FAILURE" -> "Skipped because an earlier stage failed.";
            case "SKIPPED_FOR_UNSTABLE" -> "Skipped because an earlier stage was unstable.";
            case "SKIPPED_FOR_RESTART" -> "Skipped because the build was restarted at a later stage.";
            default -> "Skipped because its condition did not hold.";
        };
    }
}
