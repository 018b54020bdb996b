package io.jenkins.plugins.sagemaker.lab.aws.cloudformation;

import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.ResourceGraph;
import io.jenkins.plugins.sagemaker.lab.aws.cloudformation.template.TemplateException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** An operation that goes on on a stack. All methods are called under the lock of the stack's region. */
abstract class StackRun {

    static final String USER_INITIATED = "User Initiated";
    private static final Duration PAUSE = Duration.ofSeconds(1);

    final StackRegion region;
    final Stack stack;
    final StackLookup lookup;
    final UpdateTrace trace = new UpdateTrace();
    private Wave wave;

    StackRun(StackRegion region, Stack stack) {
        this.region = region;
        this.stack = stack;
        this.lookup = new StackLookup(region, stack);
    }

    /** Becomes the stack's operation, sets its first status and begins. */
    abstract void start();

    /** Gives up what goes on, so that the stack can be deleted; does {@code then} when nothing is in the middle of anything. */
    void abandon(Runnable then) {
        throw new IllegalStateException("A stack that is " + stack.status + " cannot be deleted.");
    }

    /** Undoes an operation that failed and was left as it was. */
    void rollBack() {
        throw new IllegalStateException("A stack that is " + stack.status + " cannot be rolled back.");
    }

    final void status(StackStatus status, String reason) {
        region.history.stack(stack, status, reason);
    }

    /** The last words of an operation. */
    final void finish(StackStatus status, String reason) {
        stack.run = null;
        boolean leftAsItIs = status == StackStatus.CREATE_FAILED || status == StackStatus.UPDATE_FAILED;
        stack.failed = leftAsItIs ? this : null;
        for (ChangeSet changeSet : stack.changeSets.values()) {
            changeSet.executed(status == StackStatus.CREATE_COMPLETE || status == StackStatus.UPDATE_COMPLETE);
        }
        status(status, reason);
    }

    /** Creates or changes all resources that exist under the stack's template. */
    final void apply(Consumer<List<String>> end) {
        Map<String, ApplyStep> steps = new LinkedHashMap<>();
        Map<String, Set<String>> graph = graph(stack.input);
        graph.keySet()
                .forEach(id -> steps.put(
                        id,
                        new ApplyStep(lookup, stack.input.template().resources().get(id), trace)));
        begin(new Wave(region, region.timeline, steps, graph, true, end));
    }

    /** Deletes resources, those first that no other needs. */
    final void delete(
            Collection<StackResource> resources,
            Predicate<StackResource> retained,
            StackInput input,
            Consumer<List<String>> end) {
        Map<String, DeleteStep> steps = new LinkedHashMap<>();
        resources.forEach(resource ->
                steps.put(resource.logicalId, new DeleteStep(region, stack, resource, retained.test(resource))));
        begin(new Wave(region, region.timeline, steps, ResourceGraph.reversed(graph(input)), false, end));
    }

    final void begin(Wave next) {
        wave = next;
        region.timeline.after(PAUSE, () -> {
            synchronized (region) {
                if (wave == next) {
                    next.start();
                }
            }
        });
    }

    final void stopWave() {
        Objects.requireNonNull(wave, "The operation has begun.").stop();
    }

    final Map<String, Set<String>> graph(StackInput input) {
        try {
            return ResourceGraph.of(input.template(), lookup.evaluator(input));
        } catch (TemplateException e) {
            throw new IllegalStateException("The template was checked before the operation began.", e);
        }
    }

    /** What CloudFormation says of a stack whose resources failed. */
    final String failures(List<String> failed) {
        StringBuilder text = new StringBuilder();
        for (String verb : List.of("create", "update", "delete")) {
            List<String> ids = failed.stream()
                    .filter(id -> stack.resources.containsKey(id)
                            && stack.resources.get(id).status.name().equals(verb.toUpperCase(Locale.ROOT) + "_FAILED"))
                    .toList();
            if (!ids.isEmpty()) {
                text.append("The following resource(s) failed to ")
                        .append(verb)
                        .append(": ")
                        .append(ids)
                        .append(". ");
            }
        }
        return text.toString();
    }
}
