package org.jenkinsci.plugins.workflow.cps;

import hudson.XmlFile;
import hudson.model.Action;
import hudson.model.Result;
import hudson.util.XStream2;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.ThrowableConverter;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jenkinsci.plugins.workflow.actions.FlowNodeAction;
import org.jenkinsci.plugins.workflow.actions.PersistentAction;
import org.jenkinsci.plugins.workflow.actions.TimingAction;
import org.jenkinsci.plugins.workflow.cps.nodes.StepAtomNode;
import org.jenkinsci.plugins.workflow.cps.nodes.StepEndNode;
import org.jenkinsci.plugins.workflow.cps.nodes.StepStartNode;
import org.jenkinsci.plugins.workflow.graph.BlockEndNode;
import org.jenkinsci.plugins.workflow.graph.FlowEndNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.FlowStartNode;

/** The nodes of one execution: all in memory, and each in a file of its own once it was flushed. */
final class NodeStore {

    private static final XStream2 XSTREAM = new XStream2();

    static {
        XSTREAM.registerConverter(new ThrowableConverter());
    }

    private final CpsFlowExecution execution;
    private final Map<String, FlowNode> nodes = new ConcurrentHashMap<>();
    private final Set<FlowNode> dirty = new LinkedHashSet<>();

    NodeStore(CpsFlowExecution execution) {
        this.execution = execution;
    }

    void add(FlowNode node) {
        node.getActions().add(new TimingAction());
        nodes.put(node.getId(), node);
        changed(node);
    }

    FlowNode get(String id) {
        return nodes.get(id);
    }

    /** Notes a node that must be written again. */
    void changed(FlowNode node) {
        if (nodes.get(node.getId()) == node) {
            synchronized (dirty) {
                dirty.add(node);
            }
        }
    }

    /** Writes what has changed. */
    void flush() throws IOException {
        List<FlowNode> changed;
        synchronized (dirty) {
            changed = new ArrayList<>(dirty);
            dirty.clear();
        }
        for (FlowNode node : changed) {
            file(node.getId()).write(new Stored(node));
        }
    }

    /** Reads the nodes up to that number. */
    void load(int last) throws IOException {
        for (int i = 2; i <= last; i++) {
            XmlFile file = file(String.valueOf(i));
            if (file.exists()) {
                FlowNode node = ((Stored) file.read()).restore(execution, this);
                nodes.put(node.getId(), node);
            }
        }
    }

    private XmlFile file(String id) throws IOException {
        return new XmlFile(XSTREAM, new File(execution.storageDir(), id + ".xml"));
    }

    /** A node as it is written. */
    private static final class Stored {
        private String id;
        private String kind;
        private String descriptorId;
        private String startId;
        private String result;
        private List<String> parentIds;
        private List<Action> actions;

        Stored(FlowNode node) {
            id = node.getId();
            kind = node.getClass().getSimpleName();
            parentIds = new ArrayList<>(node.getParentIds());
            actions = new ArrayList<>();
            for (Action action : node.getActions()) {
                if (action instanceof PersistentAction) {
                    actions.add(action);
                }
            }
            if (node instanceof BlockEndNode<?> end) {
                startId = end.getStartNode().getId();
            }
            if (node instanceof StepAtomNode atom) {
                descriptorId = atom.labDescriptorId();
            } else if (node instanceof StepStartNode start) {
                descriptorId = start.labDescriptorId();
            } else if (node instanceof FlowEndNode end) {
                result = end.getResult().toString();
            }
        }

        FlowNode restore(CpsFlowExecution exec, NodeStore store) throws IOException {
            FlowNode[] parents = parentIds.stream().map(store::get).toArray(FlowNode[]::new);
            FlowNode node =
                    switch (kind) {
                        case "FlowStartNode" -> new FlowStartNode(exec, id);
                        case "StepAtomNode" -> StepAtomNode.labLoad(exec, id, descriptorId, parents);
                        case "StepStartNode" -> StepStartNode.labLoad(exec, id, descriptorId, parents);
                        case "StepEndNode" ->
                            StepEndNode.labLoad(exec, id, (StepStartNode) store.get(startId), parents);
                        case "FlowEndNode" ->
                            new FlowEndNode(
                                    exec, id, (FlowStartNode) store.get(startId), Result.fromString(result), parents);
                        default -> throw new IOException("node " + id + " is of unknown kind " + kind);
                    };
            for (Action action : actions) {
                node.getActions().add(action);
                if (action instanceof FlowNodeAction aware) {
                    aware.onLoad(node);
                }
            }
            return node;
        }
    }
}
