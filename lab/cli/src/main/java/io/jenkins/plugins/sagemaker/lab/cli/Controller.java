package io.jenkins.plugins.sagemaker.lab.cli;

import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.StringParameterValue;
import hudson.security.ACL;
import hudson.slaves.EnvironmentVariablesNodeProperty;
import hudson.slaves.EnvironmentVariablesNodeProperty.Entry;
import io.jenkins.plugins.sagemaker.jenkins.config.SageMakerConfiguration;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.LabAuthentication;
import io.jenkins.plugins.sagemaker.lab.jenkins.core.Session;
import io.jenkins.plugins.sagemaker.lab.jenkins.pipeline.SourceFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.log.FileLogStorage;

/** A stand-in controller for one build, set up as an administrator would. */
final class Controller implements AutoCloseable {

    /** How the plugin learns that time passes faster here. */
    private static final String TIME_SCALE = "io.jenkins.plugins.sagemaker.timeScale";

    private final Session session;

    private Controller(Session session) {
        this.session = session;
    }

    /** @param env for all builds, over what the cloud has for them */
    static Controller start(Path home, Cloud cloud, Map<String, String> env) {
        System.setProperty(TIME_SCALE, Double.toString(cloud.speed()));
        LabAuthentication.become(ACL.SYSTEM2);
        Session session = Session.start(home.toFile());
        Map<String, String> all = new LinkedHashMap<>(cloud.environment());
        all.putAll(env);
        session.jenkins()
                .getGlobalNodeProperties()
                .add(new EnvironmentVariablesNodeProperty(all.entrySet().stream()
                        .map(e -> new Entry(e.getKey(), e.getValue()))
                        .toList()));
        var config = SageMakerConfiguration.get();
        config.setRegion(cloud.region());
        config.setControllerIdentityAllowed(!cloud.hasOwnCredentials());
        return new Controller(session);
    }

    /** Starts a build; its console goes to {@code out} as it is written. */
    WorkflowRun build(
            String name, String script, Path sources, Path workspace, Map<String, String> parameters, PrintWriter out)
            throws IOException, InterruptedException {
        WorkflowJob job = Jenkins.get().createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(script, true));
        List<Action> actions = new ArrayList<>();
        actions.add(new CauseAction(new Cause.UserIdCause(Approver.user().getId())));
        actions.add(new SourceFolder(sources.toFile(), workspace.toFile()));
        if (!parameters.isEmpty()) {
            List<ParameterValue> values = new ArrayList<>();
            parameters.forEach((key, value) -> values.add(new StringParameterValue(key, value)));
            actions.add(new ParametersAction(values));
        }
        try {
            var queued = job.scheduleBuild2(0, actions.toArray(Action[]::new));
            if (queued == null) {
                throw new IOException("The build could not be queued.");
            }
            WorkflowRun build = queued.waitForStart();
            FileLogStorage.labOf(build).copyTo(new ConsoleStream(out));
            return build;
        } catch (ExecutionException e) {
            throw new IOException(
                    "The build could not be started: " + e.getCause().getMessage(), e);
        }
    }

    /** Waits for the end of a build. */
    void awaitEnd(WorkflowRun build) throws InterruptedException {
        var end = new CountDownLatch(1);
        build.labOnEnd(end::countDown);
        end.await();
    }

    @Override
    public void close() {
        session.stop();
    }
}
