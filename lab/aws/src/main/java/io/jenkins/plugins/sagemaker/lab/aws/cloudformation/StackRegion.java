package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.AwsError;
import io.jenkins.plugins.sagemaker.lab.aws.Timeline;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.resource.ResourceHandlers;
import io.jenkins.plugins.sagemaker.lab.aws.query.QueryForm;
import io.jenkins.plugins.sagemaker.lab.aws.sns.SnsRegion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The stacks of one account and region, and the lock that guards them: whoever reads or changes a stack holds this object's monitor.
 * Resource handlers are called without it.
 */
final class StackRegion {

    final String account;
    final String region;
    final Timeline timeline;
    final ResourceHandlers handlers;
    final StackHistory history;
    private final Map<String, Stack> stacks = new LinkedHashMap<>();

    StackRegion(String account, String region, Timeline timeline, ResourceHandlers handlers, SnsRegion topics) {
        this.account = account;
        this.region = region;
        this.timeline = timeline;
        this.handlers = handlers;
        this.history = new StackHistory(timeline, topics);
    }

    /** A new stack without resources or status. */
    Stack add(String name) {
        Stack stack = new Stack(arn("stack", name), name, timeline.now());
        stacks.put(stack.id, stack);
        return stack;
    }

    /** Forgets a stack that never came to be. */
    void remove(Stack stack) {
        stacks.remove(stack.id);
    }

    String arn(String kind, String name) {
        return "arn:aws:cloudformation:" + region + ":" + account + ":" + kind + "/" + name + "/" + UUID.randomUUID();
    }

    /** The stack of this id, deleted or not, or the living stack of this name. */
    Optional<Stack> find(String nameOrId) {
        if (nameOrId.startsWith("arn:")) {
            return Optional.ofNullable(stacks.get(nameOrId));
        }
        return stacks.values().stream()
                .filter(stack -> stack.name.equals(nameOrId) && !stack.isDeleted())
                .findFirst();
    }

    /** Like {@link #find}, but for operations that refuse an unknown stack. */
    Stack get(String nameOrId) throws AwsError {
        return find(nameOrId).orElseThrow(() -> QueryForm.invalid("Stack [" + nameOrId + "] does not exist"));
    }

    /** Like {@link #get}, with the message of DescribeStacks and its like. */
    Stack described(String nameOrId) throws AwsError {
        return find(nameOrId).orElseThrow(() -> QueryForm.invalid("Stack with id " + nameOrId + " does not exist"));
    }

    /** All stacks, the newest first. */
    List<Stack> all() {
        List<Stack> newest = new ArrayList<>(stacks.values());
        Collections.reverse(newest);
        return newest;
    }

    /** All exports by name. */
    Map<String, Stack> exporters() {
        Map<String, Stack> exporters = new LinkedHashMap<>();
        for (Stack stack : stacks.values()) {
            stack.outputs.stream()
                    .filter(output -> output.exportName() != null && !stack.isDeleted())
                    .forEach(output -> exporters.put(output.exportName(), stack));
        }
        return exporters;
    }

    /** The names of the living stacks that import an export. */
    List<String> importers(String exportName) {
        return stacks.values().stream()
                .filter(stack -> !stack.isDeleted() && stack.imports.contains(exportName))
                .map(stack -> stack.name)
                .toList();
    }
}
