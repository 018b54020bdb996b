package org.jenkinsci.plugins.workflow.job;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Action;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Job;
import hudson.model.ParameterDefinition;
import hudson.model.ParameterValue;
import hudson.model.ParametersAction;
import hudson.model.ParametersDefinitionProperty;
import hudson.model.Queue;
import hudson.model.TopLevelItem;
import hudson.model.TopLevelItemDescriptor;
import hudson.model.queue.QueueTaskFuture;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.BuildDiscarderProperty;
import jenkins.model.ParameterizedJobMixIn;
import org.jenkinsci.plugins.workflow.flow.BlockableResume;
import org.jenkinsci.plugins.workflow.flow.FlowDefinition;
import org.jenkinsci.plugins.workflow.job.properties.DisableConcurrentBuildsJobProperty;
import org.jenkinsci.plugins.workflow.job.properties.DisableResumeJobProperty;

/** A job that runs a Pipeline. A build starts as soon as it is asked for, unless builds must not overlap. */
public final class WorkflowJob extends Job<WorkflowJob, WorkflowRun>
        implements ParameterizedJobMixIn.ParameterizedJob<WorkflowJob, WorkflowRun>,
                TopLevelItem,
                Queue.FlyweightTask,
                BlockableResume {

    private static final Logger LOGGER = Logger.getLogger(WorkflowJob.class.getName());

    private FlowDefinition definition;
    private transient SortedMap<Integer, WorkflowRun> builds;
    private transient List<ScheduledBuild> waiting;

    public WorkflowJob(ItemGroup parent, String name) {
        super(parent, name);
    }

    @Override
    public void onLoad(ItemGroup<? extends Item> parent, String name) throws IOException {
        super.onLoad(parent, name);
    }

    @Override
    protected synchronized SortedMap<Integer, WorkflowRun> _getRuns() {
        if (builds == null) {
            builds = new ConcurrentSkipListMap<>(Collections.reverseOrder());
            File[] folders =
                    getBuildDir().listFiles(f -> f.isDirectory() && f.getName().matches("[0-9]+"));
            for (File folder : folders == null ? new File[0] : folders) {
                try {
                    WorkflowRun run = new WorkflowRun(this, folder);
                    builds.put(run.getNumber(), run);
                } catch (IOException unreadable) {
                    // As in Jenkins: what a crash has left of a build that was never written is passed over.
                    LOGGER.log(Level.WARNING, unreadable, () -> "cannot read the build in " + folder);
                }
            }
            // Only once all are known: a build that goes on may look for its neighbours.
            builds.values().forEach(WorkflowRun::labResumeLoaded);
        }
        return builds;
    }

    @Override
    protected void removeRun(WorkflowRun run) {
        _getRuns().remove(run.getNumber());
    }

    /** Schedules a build; its parameters are those given, completed by their defaults. */
    @Override
    public @CheckForNull QueueTaskFuture<WorkflowRun> scheduleBuild2(int quietPeriod, Action... actions) {
        if (!isBuildable()) {
            return null;
        }
        List<Action> all = new ArrayList<>(List.of(actions));
        addDefaultParameters(all);
        var build = new ScheduledBuild(this, all);
        synchronized (this) {
            waitingBuilds().add(build);
        }
        labStartNext();
        return build;
    }

    private void addDefaultParameters(List<Action> actions) {
        var property = getProperty(ParametersDefinitionProperty.class);
        if (property == null || property.getParameterDefinitions().isEmpty()) {
            return;
        }
        ParametersAction given = null;
        for (Action action : actions) {
            if (action instanceof ParametersAction parameters) {
                given = parameters;
            }
        }
        List<ParameterValue> values = new ArrayList<>();
        for (ParameterDefinition definition : property.getParameterDefinitions()) {
            ParameterValue value = given == null ? null : given.getParameter(definition.getName());
            if (value == null) {
                value = definition.getDefaultParameterValue();
            }
            if (value != null) {
                values.add(value);
            }
        }
        actions.remove(given);
        actions.add(new ParametersAction(values));
    }

    private List<ScheduledBuild> waitingBuilds() {
        if (waiting == null) {
            waiting = new ArrayList<>();
        }
        return waiting;
    }

    /** Hook of the stand-in: starts what may start now. */
    void labStartNext() {
        List<ScheduledBuild> start = new ArrayList<>();
        synchronized (this) {
            while (!waitingBuilds().isEmpty() && (isConcurrentBuild() || start.isEmpty() && !isBuilding())) {
                start.add(waitingBuilds().remove(0));
            }
        }
        start.forEach(ScheduledBuild::start);
    }

    /** Hook of the stand-in: a build has ended, so older ones may go. */
    void labDiscardOldBuilds() {
        BuildDiscarderProperty discarder = getProperty(BuildDiscarderProperty.class);
        if (discarder == null || discarder.getStrategy() == null) {
            return;
        }
        try {
            discarder.getStrategy().perform(this);
        } catch (IOException | InterruptedException e) {
            LOGGER.log(Level.WARNING, e, () -> "cannot discard old builds of " + this);
        }
    }

    @Override
    public boolean isInQueue() {
        synchronized (this) {
            return !waitingBuilds().isEmpty();
        }
    }

    @Override
    public boolean isConcurrentBuild() {
        return getProperty(DisableConcurrentBuildsJobProperty.class) == null;
    }

    public void setConcurrentBuild(boolean b) throws IOException {
        removeProperty(DisableConcurrentBuildsJobProperty.class);
        if (!b) {
            addProperty(new DisableConcurrentBuildsJobProperty());
        }
    }

    @Override
    public boolean isResumeBlocked() {
        return getProperty(DisableResumeJobProperty.class) != null;
    }

    @Override
    public void setResumeBlocked(boolean resumeBlocked) {
        try {
            removeProperty(DisableResumeJobProperty.class);
            if (resumeBlocked) {
                addProperty(new DisableResumeJobProperty());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot write the configuration of " + this, e);
        }
    }

    public @CheckForNull FlowDefinition getDefinition() {
        return definition;
    }

    public void setDefinition(FlowDefinition definition) {
        this.definition = definition;
        try {
            save();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot write the configuration of " + this, e);
        }
    }

    @Override
    public boolean isBuildable() {
        return definition != null;
    }

    @Override
    public Queue.Executable createExecutable() throws IOException {
        return labNewBuild();
    }

    /** Hook of the stand-in: makes the next build. */
    WorkflowRun labNewBuild() throws IOException {
        SortedMap<Integer, WorkflowRun> known = _getRuns();
        var run = new WorkflowRun(this);
        known.put(run.getNumber(), run);
        return run;
    }

    @Override
    public String getPronoun() {
        return "Pipeline";
    }

    /** The kind of item. */
    @Extension
    public static final class DescriptorImpl extends TopLevelItemDescriptor {
        @Override
        public @NonNull String getDisplayName() {
            return "Pipeline";
        }

        @Override
        public TopLevelItem newInstance(ItemGroup parent, String name) {
            return new WorkflowJob(parent, name);
        }
    }
}
