package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline;

import hudson.FilePath;
import hudson.model.Computer;
import hudson.model.Node;
import hudson.model.Run;
import hudson.model.TopLevelItem;
import hudson.slaves.WorkspaceList;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;

/** Chooses the node and the folder in which the steps of a {@code node} block work. */
public final class Workspaces {

    private Workspaces() {}

    /** The first online node that carries all words of the label; where none does, the built-in one, which does it all. */
    public static Node node(String label) {
        Jenkins jenkins = Jenkins.get();
        if (label == null || label.isBlank()) {
            return jenkins;
        }
        Set<String> wanted = Arrays.stream(label.split("\\s*(&&|\\s)\\s*")).collect(Collectors.toSet());
        for (Node node : jenkins.getNodes()) {
            Computer computer = node.toComputer();
            Set<String> carried =
                    node.getAssignedLabels().stream().map(Object::toString).collect(Collectors.toSet());
            if (computer != null && computer.isOnline() && carried.containsAll(wanted)) {
                return node;
            }
        }
        return jenkins;
    }

    /** Takes a folder that no other block uses now; on the built-in node the one that the build was given, if any. */
    public static WorkspaceList.Lease allocate(Run<?, ?> run, Node node) throws IOException, InterruptedException {
        SourceFolder source = run.getAction(SourceFolder.class);
        FilePath base = source != null && node == Jenkins.get()
                ? new FilePath(source.workspace())
                : node.getWorkspaceFor((TopLevelItem) run.getParent());
        WorkspaceList.Lease lease = node.toComputer().getWorkspaceList().allocate(base);
        lease.path.mkdirs();
        return lease;
    }
}
