package io.jenkins.plugins.sagemaker.lab.cli.collect;

import hudson.console.ConsoleNote;
import hudson.model.Result;
import io.jenkins.plugins.sagemaker.lab.cli.report.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.actions.BodyInvocationAction;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.actions.LabelAction;
import org.jenkinsci.plugins.workflow.actions.LogAction;
import org.jenkinsci.plugins.workflow.actions.TimingAction;
import org.jenkinsci.plugins.workflow.actions.WarningAction;
import org.jenkinsci.plugins.workflow.graph.BlockEndNode;
import org.jenkinsci.plugins.workflow.graph.BlockStartNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.StepNode;
import org.jenkinsci.plugins.workflow.graphanalysis.DepthFirstScanner;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;

/** What a finished build's flow graph tells: which steps ran in which stages, how long, and how they ended. */
final class Graph {

    private final WorkflowRun build;
    private final List<FlowNode> nodes;
    private final Map<FlowNode, FlowNode> ends = new HashMap<>();
    private final Map<FlowNode, Instant> next = new HashMap<>();

    Graph(WorkflowRun build) {
        this.build = build;
        nodes = build.getExecution() == null
                ? List.of()
                : new DepthFirstScanner()
                        .allNodes(build.getExecution()).stream()
                                .sorted(Comparator.comparingInt(n -> Integer.parseInt(n.getId())))
                                .toList();
        for (FlowNode node : nodes) {
            if (node instanceof BlockEndNode<?> end) {
                ends.put(end.getStartNode(), end);
            }
            node.getParents().forEach(parent -> next.merge(parent, started(node), Graph::earlier));
        }
    }

    /** In the order in which they began. */
    List<FlowNode> nodes() {
        return nodes;
    }

    /** The name by which a Jenkinsfile calls the step of a node; empty for a node of no step. */
    static String step(FlowNode node) {
        StepDescriptor descriptor = node instanceof StepNode step ? step.getDescriptor() : null;
        return descriptor == null ? "" : descriptor.getFunctionName();
    }

    /** Whether the node begins the block of a stage. */
    static boolean isStage(FlowNode node) {
        return node instanceof BlockStartNode
                && step(node).equals("stage")
                && node.getAction(BodyInvocationAction.class) != null
                && node.getAction(LabelAction.class) != null;
    }

    /** The innermost stage around a node; null outside of all. */
    static FlowNode stageOf(FlowNode node) {
        for (FlowNode block : node.getEnclosingBlocks()) {
            if (isStage(block)) {
                return block;
            }
        }
        return null;
    }

    static String stageName(FlowNode node) {
        FlowNode stage = stageOf(node);
        return stage == null ? "" : stage.getAction(LabelAction.class).getDisplayName();
    }

    static Instant started(FlowNode node) {
        return Instant.ofEpochMilli(TimingAction.getStartTime(node));
    }

    /** From the node's start to the end of its block, or to the start of what came after it. */
    double seconds(FlowNode node) {
        Instant end =
                node instanceof BlockStartNode && ends.containsKey(node) ? started(ends.get(node)) : next.get(node);
        Instant buildEnd = Instant.ofEpochMilli(build.getStartTimeInMillis() + build.getDuration());
        return Duration.between(started(node), end == null ? buildEnd : end).toMillis() / 1000.0;
    }

    Outcome outcome(FlowNode node) {
        Throwable error = error(node);
        if (error != null) {
            return outcome(error);
        }
        if (node instanceof BlockStartNode && !ends.containsKey(node)) {
            return outcome(build.getResult());
        }
        return warnings(node).isEmpty() ? Outcome.SUCCESS : Outcome.UNSTABLE;
    }

    /** Of a block: what left it. */
    Throwable error(FlowNode node) {
        ErrorAction error = ends.getOrDefault(node, node).getError();
        return error == null ? null : error.getError();
    }

    /** Of a node, and of all within it. */
    List<String> warnings(FlowNode node) {
        return nodes.stream()
                .filter(n -> n.equals(node) || n.getEnclosingBlocks().contains(node))
                .map(n -> n.getAction(WarningAction.class))
                .filter(Objects::nonNull)
                .map(w -> Objects.requireNonNullElse(w.getMessage(), "unstable"))
                .distinct()
                .toList();
    }

    static Outcome outcome(Throwable error) {
        return error instanceof FlowInterruptedException interruption
                ? outcome(interruption.getResult())
                : Outcome.FAILURE;
    }

    static Outcome outcome(Result result) {
        return result == Result.SUCCESS
                ? Outcome.SUCCESS
                : result == Result.UNSTABLE
                        ? Outcome.UNSTABLE
                        : result == Result.FAILURE ? Outcome.FAILURE : Outcome.ABORTED;
    }

    /** A failure in words. */
    static String words(Throwable error) {
        if (error == null) {
            return "";
        }
        if (error instanceof FlowInterruptedException interruption
                && !interruption.getCauses().isEmpty()) {
            return String.join(
                    "; ",
                    interruption.getCauses().stream()
                            .map(cause -> cause.getShortDescription())
                            .toList());
        }
        return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    }

    /** What the step of a node has printed, without links. */
    static List<String> log(FlowNode node) {
        LogAction log = node.getAction(LogAction.class);
        if (log == null) {
            return List.of();
        }
        try (var reader = new BufferedReader(log.getLogText().readAll())) {
            return reader.lines().map(ConsoleNote::removeNotes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the log of node " + node.getId(), e);
        }
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
