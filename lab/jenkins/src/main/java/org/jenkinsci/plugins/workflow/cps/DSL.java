package org.jenkinsci.plugins.workflow.cps;

import com.cloudbees.groovy.cps.Continuable;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.GroovyRuntimeException;
import hudson.ExtensionList;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.TaskListener;
import java.io.IOException;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jenkinsci.plugins.structs.SymbolLookup;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.cps.actions.ArgumentsActionImpl;
import org.jenkinsci.plugins.workflow.cps.nodes.StepAtomNode;
import org.jenkinsci.plugins.workflow.cps.nodes.StepEndNode;
import org.jenkinsci.plugins.workflow.cps.nodes.StepStartNode;
import org.jenkinsci.plugins.workflow.cps.steps.ParallelStep;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.flow.StepListener;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** Calls steps by their names, and makes describables of symbols. The {@code steps} of a Jenkinsfile. */
public class DSL extends GroovyObjectSupport implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Symbols that are no functions in a Jenkinsfile. */
    private static final Set<String> NO_FUNCTIONS = Set.of("pipeline");

    private final FlowExecutionOwner handle;

    public DSL(FlowExecutionOwner handle) {
        this.handle = handle;
    }

    @Override
    public Object invokeMethod(String name, Object args) {
        CpsFlowExecution exec;
        try {
            exec = (CpsFlowExecution) handle.get();
        } catch (IOException gone) {
            throw new GroovyRuntimeException(gone);
        }
        StepDescriptor d = descriptor(name);
        if (d != null) {
            return invokeStep(d, name, args);
        }
        if (!NO_FUNCTIONS.contains(name) && SymbolLookup.get().findDescriptor(Describable.class, name) != null) {
            return invokeDescribable(name, args);
        }
        throw new NoSuchMethodError("No such DSL method '" + name + "' found among steps "
                + functions().keySet() + " or symbols " + symbols() + " or globals "
                + GlobalVariable.names(exec.run()));
    }

    private static StepDescriptor descriptor(String name) {
        StepDescriptor byFunction = functions().get(name);
        if (byFunction != null) {
            return byFunction;
        }
        for (StepDescriptor d : StepDescriptor.all()) {
            if (d.clazz.getName().equals(name)) {
                return d;
            }
        }
        return null;
    }

    private static Map<String, StepDescriptor> functions() {
        Map<String, StepDescriptor> functions = new TreeMap<>();
        StepDescriptor.all().forEach(d -> functions.putIfAbsent(d.getFunctionName(), d));
        return functions;
    }

    private static Set<String> symbols() {
        Set<String> symbols = new TreeSet<>();
        for (Descriptor<?> d : ExtensionList.lookup(Descriptor.class)) {
            symbols.addAll(SymbolLookup.getSymbolValue(d));
        }
        symbols.removeAll(NO_FUNCTIONS);
        return symbols;
    }

    protected Object invokeStep(StepDescriptor d, String name, Object args) {
        StepArguments arguments = StepArguments.parse(args, d);
        CpsThread thread = CpsThread.current();
        CpsFlowExecution exec = thread.getExecution();
        boolean block = arguments.body() != null || d instanceof ParallelStep.DescriptorImpl;
        if (!block && d.takesImplicitBlockArgument()) {
            throw new IllegalStateException(name + " step must be called with a body");
        }
        FlowNode node =
                block ? new StepStartNode(exec, d, thread.head.get()) : new StepAtomNode(exec, d, thread.head.get());
        var context = new CpsStepContext(thread, handle, node, arguments.body());
        if (!arguments.named().isEmpty() && !(d instanceof ParallelStep.DescriptorImpl)) {
            node.addAction(ArgumentsActionImpl.labOf(arguments.named(), context));
        }
        thread.head.setNewHead(node);
        boolean ended;
        try {
            Step step = instantiate(d, arguments, context);
            SecretInterpolation.warn(name, arguments, context);
            ended = start(step, thread, context);
        } catch (Exception | LinkageError failure) {
            context.onFailure(failure);
            ended = true;
        }
        if (!ended) {
            Continuable.suspend(name, new Suspension(context));
            throw new AssertionError("a suspended program goes on elsewhere");
        }
        return endOf(context, d, thread, node);
    }

    private static Step instantiate(StepDescriptor d, StepArguments arguments, CpsStepContext context)
            throws Exception {
        d.checkContextAvailability(context);
        try {
            if (hudson.Util.isOverridden(StepDescriptor.class, d.getClass(), "newInstance", Map.class)) {
                return d.newInstance(arguments.named());
            }
        } catch (IllegalArgumentException notComparable) {
            return d.newInstance(arguments.named());
        }
        return DescribableModel.of(d.clazz).instantiate(arguments.named(), context.get(TaskListener.class));
    }

    private static boolean start(Step step, CpsThread thread, CpsStepContext context) throws Exception {
        for (StepListener listener : ExtensionList.lookup(StepListener.class)) {
            listener.notifyOfNewStep(step, context);
        }
        if (context.isCompleted()) {
            return true;
        }
        StepExecution execution = step.start(context);
        thread.setStep(execution);
        return execution.start();
    }

    private static Object endOf(CpsStepContext context, StepDescriptor d, CpsThread thread, FlowNode node) {
        if (context.getOutcome() == null) {
            context.onFailure(new AssertionError("Step " + d.getFunctionName() + " claimed to have ended synchronously,"
                    + " but didn't set the result via StepContext.onSuccess/onFailure"));
        }
        thread.setStep(null);
        context.startedSynchronously(thread.group);
        if (node instanceof StepStartNode start) {
            thread.head.setNewHead(new StepEndNode(thread.getExecution(), start, start));
        }
        thread.head.markIfFail(context.getOutcome());
        return context.replay();
    }

    /** A symbol that is no step: a value for another step, or, where a meta-step takes it, a step all the same. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    protected Object invokeDescribable(String symbol, Object args) {
        List<StepDescriptor> metaSteps = StepDescriptor.metaStepsOf(symbol);
        StepDescriptor meta = metaSteps.size() == 1 ? metaSteps.get(0) : null;
        boolean block = meta != null && meta.takesImplicitBlockArgument();
        StepArguments parsed = StepArguments.parse(args, block, UninstantiatedDescribable.ANONYMOUS_KEY, false);
        if (meta == null) {
            return new UninstantiatedDescribable(symbol, null, parsed.named());
        }
        DescribableModel<?> outer = DescribableModel.of(meta.clazz);
        Descriptor<?> d = SymbolLookup.get().findDescriptor((Class) meta.getMetaStepArgumentType(), symbol);
        DescribableModel<?> inner = DescribableModel.of(d.clazz);
        Map<String, Object> ofTheStep = new LinkedHashMap<>();
        Map<String, Object> ofTheDescribable = new LinkedHashMap<>();
        parsed.named().forEach((key, value) -> {
            DescribableParameter there = outer.getParameter(key);
            DescribableParameter here = inner.getParameter(key);
            boolean toStep = there != null && (there.isRequired() || here == null || !here.isRequired());
            (toStep ? ofTheStep : ofTheDescribable).put(key, value);
        });
        ofTheStep.put(
                outer.getFirstRequiredParameter().getName(),
                new UninstantiatedDescribable(symbol, null, ofTheDescribable));
        return invokeStep(meta, symbol, new StepArguments(ofTheStep, parsed.body(), parsed.interpolated()));
    }

    /** Leaves the program suspended until the step ends. */
    private static final class Suspension extends ThreadTask {
        private final CpsStepContext context;

        Suspension(CpsStepContext context) {
            this.context = context;
        }

        @Override
        com.cloudbees.groovy.cps.Outcome eval(CpsThread cur) {
            context.started(cur);
            return null;
        }
    }
}
