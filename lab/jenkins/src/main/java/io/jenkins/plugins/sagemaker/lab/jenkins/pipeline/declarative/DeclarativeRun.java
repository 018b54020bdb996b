package io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.declarative;

import hudson.Functions;
import hudson.model.Result;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.SourceFolder;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;
import org.jenkinsci.plugins.structs.describable.UninstantiatedDescribable;
import org.jenkinsci.plugins.workflow.actions.TagsAction;
import org.jenkinsci.plugins.workflow.cps.CpsFlowExecution;
import org.jenkinsci.plugins.workflow.cps.CpsThread;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionOwner;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** What the interpreter asks of the build. */
public final class DeclarativeRun implements Serializable {

    private static final long serialVersionUID = 1L;

    private final FlowExecutionOwner owner;

    DeclarativeRun(FlowExecutionOwner owner) {
        this.owner = owner;
    }

    private WorkflowRun build() throws IOException {
        return (WorkflowRun) owner.getExecutable();
    }

    /** Writes a line that no step writes. */
    @Whitelisted
    public void log(String line) throws IOException {
        owner.getListener().getLogger().println(line);
    }

    /** Marks the stage that the program is in as skipped, by the tag that Jenkins' pages know. */
    @Whitelisted
    public void markSkipped(boolean afterFailure) {
        var tags = new TagsAction();
        tags.addTag("STAGE_STATUS", afterFailure ? "SKIPPED_FOR_FAILURE" : "SKIPPED_FOR_CONDITIONAL");
        CpsThread.current().labNode().addAction(tags);
    }

    /** Whether there is something to check out before the first stage. */
    @Whitelisted
    public boolean hasSources() throws IOException {
        return build().getAction(SourceFolder.class) != null;
    }

    /** Makes parameters and options properties of the job. */
    @Whitelisted
    public void configureJob(List<?> properties, List<?> parameters) throws IOException {
        new JobSettings(build().getParent(), owner.getListener()).apply(properties, parameters);
    }

    /** The name of a parameter of {@code input}. */
    @Whitelisted
    public String nameOf(UninstantiatedDescribable parameter) {
        return String.valueOf(parameter.getArguments().get("name"));
    }

    /** The conditions of {@code post} in the order in which they run. */
    @Whitelisted
    public List<String> postConditions() {
        return PostCondition.NAMES;
    }

    /** Whether a block of {@code post} is to run. */
    @Whitelisted
    public boolean holds(String condition, String stage, Throwable error) throws IOException {
        WorkflowRun previous = build().getPreviousCompletedBuild();
        return PostCondition.of(condition)
                .holds(result(null, error), result(stage, error), previous == null ? null : previous.getResult());
    }

    /** The result so far: of the build, of what failed, and of warnings within the stage. */
    private Result result(String stage, Throwable error) throws IOException {
        Result result = ((CpsFlowExecution) owner.get()).getResult();
        if (build().getResult() != null) {
            result = result.combine(build().getResult());
        }
        if (error != null) {
            return result.combine(
                    error instanceof FlowInterruptedException interruption ? interruption.getResult() : Result.FAILURE);
        }
        CpsThread thread = CpsThread.current();
        return stage == null || thread == null
                ? result
                : result.combine(StageWarnings.worst(thread.getExecution().getCurrentHeads(), stage));
    }

    /** Shows a block of {@code post} the result as it would be now; answers what the build had before. */
    @Whitelisted
    public String showResult(String stage, Throwable error) throws IOException {
        Result before = build().getResult();
        build().labSetResult(result(stage, error));
        return before == null ? null : before.toString();
    }

    /** Takes back what {@link #showResult} set, unless the block itself made it worse. */
    @Whitelisted
    public void restoreResult(String before, String shown) throws IOException {
        Result now = build().getResult();
        if (now != null && now.toString().equals(shown)) {
            build().labSetResult(before == null ? null : Result.fromString(before));
        }
    }

    /** The result that a Jenkinsfile sees. */
    @Whitelisted
    public String currentResult() throws IOException {
        return String.valueOf(build().getResult());
    }

    @Whitelisted
    public void logFailure(String condition, Throwable error) throws IOException {
        log("Error when executing " + condition + " post condition:");
        Functions.printStackTrace(error, owner.getListener().getLogger());
    }

    /** The bindings behind {@code credentials('id')}. */
    @Whitelisted
    public List<UninstantiatedDescribable> bindings(String variable, String id) throws IOException {
        return CredentialVariables.bindings(build(), variable, id);
    }

    /** Whether one of the causes of the build goes by that name. */
    @Whitelisted
    public boolean triggeredBy(String cause) throws IOException {
        return build().getCauses().stream()
                .map(Object::getClass)
                .anyMatch(type -> type.getSimpleName().equals(cause)
                        || type.getName().equals(cause)
                        || type.getName().endsWith("." + cause)
                        || type.getName().endsWith("$" + cause));
    }

    /** The cells of a matrix: the values of its axes by their names. */
    @Whitelisted
    public List<Map<String, String>> cells(List<Map<String, Object>> axes, List<List<Map<String, Object>>> excludes) {
        return MatrixCells.of(axes, excludes);
    }

    /** Compares a name as {@code branch}, {@code tag} and {@code changeRequest} do. */
    @Whitelisted
    public boolean matches(String name, String pattern, String comparator) {
        return NamePattern.matches(name, pattern, comparator);
    }
}
