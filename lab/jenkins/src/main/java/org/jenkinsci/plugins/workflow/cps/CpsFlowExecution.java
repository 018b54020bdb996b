package org.jenkinsci.plugins.workflow.cps;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Envs;
import com.cloudbees.groovy.cps.Outcome;
import com.cloudbees.groovy.cps.sandbox.DefaultInvoker;
import com.cloudbees.groovy.cps.sandbox.Invoker;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.ExtensionList;
import hudson.model.Action;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.PipelineThreads;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.SandboxInvoker;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.SerialExecutor;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.actions.ErrorAction;
import org.jenkinsci.plugins.workflow.flow.BlockableResume;
import org.jenkinsci.plugins.workflow.flow.FlowDurabilityHint;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionListener;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.flow.GraphListener;
import org.jenkinsci.plugins.workflow.graph.FlowEndNode;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.graph.FlowStartNode;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * One run of a Groovy program in continuation-passing style. Kept in the build's {@code build.xml}; the running program lies
 * beside it in {@code program.dat}. Everything that touches the program happens on one thread at a time.
 */
public class CpsFlowExecution extends FlowExecution implements BlockableResume {

    private static final Logger LOGGER = Logger.getLogger(CpsFlowExecution.class.getName());

    private final String script;
    private final boolean sandbox;
    private Result result = Result.SUCCESS;
    private boolean done;
    private boolean resumeBlocked;
    /** Whether the program was written at an orderly shutdown; null where only the durability hint tells. */
    private Boolean persistedClean;

    private volatile int lastId;
    private TreeMap<Integer, String> headIds = new TreeMap<>();

    private transient FlowExecutionOwner owner;
    private transient volatile TreeMap<Integer, FlowHead> heads;
    private transient NodeStore nodes;
    private transient ProgramStore programs;
    private transient SerialExecutor runner;
    private transient CpsScripts scripts;
    private transient CompletableFuture<CpsThreadGroup> program;
    private transient List<GraphListener> listeners;
    private transient volatile Throwable notResumed;

    public CpsFlowExecution(String script, boolean sandbox, FlowExecutionOwner owner) throws IOException {
        this(script, sandbox, owner, null);
    }

    public CpsFlowExecution(
            @NonNull String script, boolean sandbox, @NonNull FlowExecutionOwner owner, FlowDurabilityHint hint)
            throws IOException {
        this.script = script;
        this.sandbox = sandbox;
        this.durabilityHint = hint;
        begin(owner);
    }

    private synchronized void begin(FlowExecutionOwner owner) {
        this.owner = owner;
        heads = new TreeMap<>();
        nodes = new NodeStore(this);
        programs = new ProgramStore(this);
        runner = new SerialExecutor(PipelineThreads.get().programs());
        program = new CompletableFuture<>();
        listeners(); // those who listen before anything happens stay
    }

    private synchronized List<GraphListener> listeners() {
        if (listeners == null) {
            listeners = new CopyOnWriteArrayList<>();
        }
        return listeners;
    }

    @Override
    public void start() throws IOException {
        if (!getDurabilityHint().isPersistWithEveryStep()) {
            persistedClean = false;
        }
        scripts = new CpsScripts(this);
        CpsScript main = scripts.compileMain(script);
        var start = new FlowStartNode(this, labNextId());
        FlowHead head = addHead(null);
        head.setNewHead(start);
        var group = new CpsThreadGroup(this);
        group.addThread(new Continuable(main, Envs.empty(invoker())), head, null);
        program.complete(group);
        runner.execute(() -> group.threads().forEach(t -> t.proceed(new Outcome(null, null))));
    }

    @Override
    public void onLoad(FlowExecutionOwner owner) throws IOException {
        begin(owner);
        if (done) {
            restoreHeads(headIds);
        } else {
            runner.execute(this::resume);
        }
    }

    private void resume() {
        try {
            if (resumeBlocked) {
                throw new IOException("Resume disabled by user, switching to high-performance, low-durability mode.");
            }
            if (persistedClean != null ? !persistedClean : !getDurabilityHint().isPersistWithEveryStep()) {
                throw new IOException("Cannot resume build because it was not cleanly saved when Jenkins shut down.");
            }
            if (!programs.exists()) {
                throw new IOException("Cannot resume build because its program was never saved.");
            }
            ProgramStore.Header header = programs.loadHeader();
            lastId = header.lastId();
            restoreHeads(header.heads());
            scripts = new CpsScripts(this);
            scripts.recompile(script, header.scripts());
            CpsThreadGroup group = programs.load(scripts.loader());
            persistedClean = getDurabilityHint().isPersistWithEveryStep() ? null : Boolean.FALSE;
            program.complete(group);
            FlowExecutionListener.fireResumed(this);
        } catch (Throwable failure) {
            cannotResume(failure);
        }
    }

    @Override
    protected void afterStepExecutionsResumed() {
        inProgram(group -> {
            log().getLogger().println("Ready to run at " + new Date());
            group.schedule();
        });
    }

    private TaskListener log() {
        try {
            return owner.getListener();
        } catch (IOException gone) {
            return TaskListener.NULL;
        }
    }

    private void restoreHeads(Map<Integer, String> ids) throws IOException {
        nodes.load(lastId);
        ids.forEach((id, node) -> heads.put(id, new FlowHead(this, id, nodes.get(node))));
    }

    private void cannotResume(Throwable failure) {
        LOGGER.log(Level.FINE, failure, () -> "cannot resume " + this);
        notResumed = failure;
        setResult(Result.FAILURE);
        program.completeExceptionally(failure);
        synchronized (this) {
            heads.clear();
            nodes = new NodeStore(this);
            var start = new FlowStartNode(this, labNextId());
            FlowHead head = addHead(null);
            head.moveTo(start);
            finish(head, start, new Outcome(null, failure));
        }
    }

    void onProgramEnd(Outcome outcome) {
        FlowHead first = heads.firstEntry().getValue();
        FlowNode start = first.get();
        while (!start.getParents().isEmpty()) {
            start = start.labBlock() != null
                    ? start.labBlock()
                    : start.getParents().get(0);
        }
        finish(first, (FlowStartNode) start, outcome);
    }

    private void finish(FlowHead head, FlowStartNode start, Outcome outcome) {
        FlowNode[] last = getCurrentHeads().toArray(FlowNode[]::new);
        var end = new FlowEndNode(this, labNextId(), start, result, last);
        if (outcome.isFailure()) {
            end.addAction(new ErrorAction(outcome.getAbnormal()));
        }
        synchronized (this) {
            heads.clear();
            heads.put(head.getId(), head);
            head.moveTo(end);
            headIds = headIds();
            done = true;
        }
        try {
            nodes.flush();
            programs.delete();
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, e, () -> "cannot write the end of " + this);
        }
        announce(end);
        FlowExecutionListener.fireCompleted(this);
    }

    /** Writes the program where the durability hint asks for it at every step. In the CPS thread. */
    void saveProgramIfDurable() {
        if (getDurabilityHint().isPersistWithEveryStep() && !done) {
            try {
                saveProgram();
            } catch (IOException e) {
                LOGGER.log(Level.WARNING, e, () -> "cannot write the program of " + this);
            }
        }
    }

    /** Writes the program. What cannot be written fails the program, as in Jenkins. In the CPS thread. */
    void saveProgram() throws IOException {
        CpsThreadGroup group = program.getNow(null);
        if (group == null || done || resumeBlocked) {
            return;
        }
        nodes.flush();
        try {
            programs.save(new ProgramStore.Header(lastId, headIds(), new LinkedHashMap<>(scripts.loaded())), group);
        } catch (java.io.NotSerializableException | RuntimeException | StackOverflowError notWritable) {
            group.fail(notWritable);
            throw new IOException("cannot write the program of " + this, notWritable);
        }
    }

    /** Hook of the stand-in: stops the program where it is and writes it, as an orderly shutdown does. */
    public CompletableFuture<Void> labSuspend() {
        var suspended = new CompletableFuture<Void>();
        runner.execute(() -> {
            CpsThreadGroup group = program.getNow(null);
            try {
                if (group != null && !done) {
                    group.pause();
                    saveProgram();
                    persistedClean = true;
                    headIds = headIds();
                    build().save();
                }
                suspended.complete(null);
            } catch (IOException e) {
                suspended.completeExceptionally(e);
            }
        });
        return suspended;
    }

    /** Hook of the stand-in: done once the program can do nothing more by itself, and is written where it should be. */
    public CompletableFuture<Void> labSettled() {
        var settled = new CompletableFuture<Void>();
        settle(settled);
        return settled;
    }

    private void settle(CompletableFuture<Void> settled) {
        runner.execute(() -> {
            CpsThreadGroup group = program.isCompletedExceptionally() ? null : program.getNow(null);
            if (group != null && group.threads().stream().anyMatch(CpsThread::isRunnable)) {
                settle(settled);
            } else {
                settled.complete(null);
            }
        });
    }

    /** Hook of the stand-in: why this execution could not go on after a restart; null if it could. */
    public @CheckForNull Throwable labNotResumed() {
        return notResumed;
    }

    /** Hook of the stand-in: lets nothing of this execution run any more, as at the end of a session. */
    public void labClose() {
        runner.close();
    }

    private synchronized TreeMap<Integer, String> headIds() {
        var ids = new TreeMap<Integer, String>();
        heads.forEach((id, head) -> ids.put(id, head.get().getId()));
        return ids;
    }

    @Override
    public ListenableFuture<List<StepExecution>> getCurrentExecutions(boolean innerMostOnly) {
        SettableFuture<List<StepExecution>> answer = SettableFuture.create();
        if (done) {
            answer.set(List.of());
            return answer;
        }
        program.whenComplete((group, failure) -> {
            if (failure != null) {
                answer.set(List.of());
                return;
            }
            runner.execute(() -> {
                Map<Object, StepExecution> steps = new LinkedHashMap<>();
                for (CpsThread t : group.threads()) {
                    if (innerMostOnly) {
                        steps.remove(t.head);
                    }
                    if (t.getStep() != null) {
                        steps.put(innerMostOnly ? t.head : t, t.getStep());
                    }
                }
                answer.set(new ArrayList<>(steps.values()));
            });
        });
        return answer;
    }

    @Override
    public void interrupt(Result r, CauseOfInterruption... causes) throws IOException, InterruptedException {
        setResult(r);
        var cause = new FlowInterruptedException(r, true, causes);
        inProgram(group -> {
            Map<FlowHead, CpsThread> innermost = new LinkedHashMap<>();
            for (CpsThread t : group.threads()) {
                innermost.put(t.head, t);
            }
            List<CpsThread> order = new ArrayList<>(innermost.values());
            for (int i = order.size() - 1; i >= 0; i--) {
                order.get(i).stop(cause);
            }
        });
    }

    /** Runs something in the CPS thread, once the program is loaded; never where it cannot be loaded. */
    void inProgram(Consumer<CpsThreadGroup> task) {
        runner.execute(() -> {
            CpsThreadGroup group = program.isCompletedExceptionally() ? null : program.getNow(null);
            if (group != null) {
                task.accept(group);
            }
        });
    }

    CpsThreadGroup awaitProgram() throws IOException, InterruptedException {
        try {
            return program.get();
        } catch (ExecutionException e) {
            throw new IOException("the program of " + this + " could not be loaded", e.getCause());
        }
    }

    boolean isProgramLoaded() {
        return program.isDone() && !program.isCompletedExceptionally();
    }

    EnvVars environment(CpsThread thread, EnvVars ofTheBuild) throws IOException, InterruptedException {
        return EnvironmentExpander.getEffectiveEnvironment(
                ofTheBuild,
                ContextVariableSet.get(thread.contextVariables(), EnvVars.class),
                ContextVariableSet.get(thread.contextVariables(), EnvironmentExpander.class),
                null,
                TaskListener.NULL);
    }

    void announce(FlowNode node) {
        List<GraphListener> all = new ArrayList<>(listeners());
        ExtensionList.lookup(GraphListener.class).forEach(all::add);
        for (boolean synchronous : new boolean[] {true, false}) {
            for (GraphListener listener : all) {
                if (listener instanceof GraphListener.Synchronous == synchronous) {
                    listener.onNewHead(node);
                }
            }
        }
    }

    synchronized FlowHead addHead(FlowNode node) {
        int id = heads.isEmpty() ? 1 : heads.lastKey() + 1;
        var head = new FlowHead(this, id, node);
        heads.put(id, head);
        return head;
    }

    synchronized void removeHead(int id) {
        heads.remove(id);
    }

    synchronized FlowHead getFlowHead(int id) {
        return heads.get(id);
    }

    NodeStore nodes() {
        return nodes;
    }

    SerialExecutor runner() {
        return runner;
    }

    /** Hook of the stand-in: compiles a class of its own into the program. Only in the CPS thread. */
    public Class<?> labCompile(String name, String text) {
        return scripts.compileClass(name, text);
    }

    CpsScripts scripts() {
        return scripts;
    }

    Invoker invoker() {
        return sandbox ? new SandboxInvoker() : new DefaultInvoker();
    }

    File storageDir() throws IOException {
        return new File(owner.getRootDir(), "workflow");
    }

    /** Hook of the stand-in: the number of the next node; the first is 2, as in Jenkins. */
    public synchronized String labNextId() {
        lastId = Math.max(lastId + 1, 2);
        return String.valueOf(lastId);
    }

    /** The build, which must be there. */
    Run<?, ?> build() throws IOException {
        if (owner.getExecutable() instanceof Run<?, ?> run) {
            return run;
        }
        throw new IOException(owner + " is no build");
    }

    /** The build, as far as it can be had. */
    @CheckForNull
    Run<?, ?> run() {
        try {
            return owner.getExecutable() instanceof Run<?, ?> run ? run : null;
        } catch (IOException gone) {
            return null;
        }
    }

    /** Only ever makes it worse. */
    public void setResult(Result v) {
        result = result.combine(v);
    }

    public Result getResult() {
        return result;
    }

    public String getScript() {
        return script;
    }

    public boolean isSandbox() {
        return sandbox;
    }

    @Override
    public FlowExecutionOwner getOwner() {
        return owner;
    }

    @Override
    public synchronized List<FlowNode> getCurrentHeads() {
        List<FlowNode> current = new ArrayList<>();
        heads.values().stream().map(FlowHead::get).filter(node -> node != null).forEach(current::add);
        return current;
    }

    @Override
    public @CheckForNull FlowNode getNode(String id) {
        return nodes.get(id);
    }

    @Override
    public boolean isComplete() {
        return done || super.isComplete();
    }

    @Override
    public void addListener(GraphListener listener) {
        listeners().add(listener);
    }

    @Override
    public void removeListener(GraphListener listener) {
        listeners().remove(listener);
    }

    @Override
    public boolean blocksRestart() {
        CpsThreadGroup group = program.getNow(null);
        return group != null
                && group.threads().stream()
                        .map(CpsThread::getStep)
                        .anyMatch(step -> step != null && step.blocksRestart());
    }

    @Override
    public boolean isResumeBlocked() {
        return resumeBlocked;
    }

    @Override
    public void setResumeBlocked(boolean isBlocked) {
        resumeBlocked = isBlocked;
    }

    @Override
    public @NonNull List<Action> loadActions(@NonNull FlowNode node) {
        return node.getActions();
    }

    @Override
    public void saveActions(@NonNull FlowNode node, @NonNull List<Action> actions) {
        nodes.changed(node);
    }

    @Override
    public String toString() {
        return "CpsFlowExecution[" + owner + "]";
    }
}
